import Foundation
import Pipeline

/// A time zone that turns moments into days of its calendar.
struct LocalTime: Sendable {
  /// The IANA name: `Europe/Amsterdam`.
  let name: String
  private let zone: TimeZone

  /// The zone of an IANA name; `nil` where the system knows none such.
  init?(name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.name = name
    self.zone = zone
  }

  /// The zone of a workspace.
  ///
  /// Throws where the system knows none such: in another one, days would begin at another hour.
  init(of settings: WorkspaceSettings) throws(CommandFailure) {
    guard let zone = LocalTime(name: settings.timeZone) else {
      throw CommandFailure(
        .badData,
        "The workspace's time zone, \(settings.timeZone), is unknown on this machine. "
          + "Install its time zones (tzdata), or set another with `dealboard config`."
      )
    }
    self = zone
  }

  /// The zone of this machine: the one that TZ names, else the one that /etc/localtime links to,
  /// else UTC.
  static var ofThisMachine: LocalTime {
    ofEnvironment ?? linkedZone.flatMap { LocalTime(name: $0) } ?? .utc
  }

  /// The zone that TZ names; `nil` where it names none that the system knows.
  static var ofEnvironment: LocalTime? {
    Environment["TZ"].map(zoneName).flatMap { LocalTime(name: $0) }
  }

  private static var utc: LocalTime { LocalTime(zone: .gmt) }

  private init(zone: TimeZone) {
    self.name = "UTC"
    self.zone = zone
  }

  /// The day of a moment here.
  func day(of instant: Instant) -> Day {
    instant.day(secondsFromUTC: secondsFromUTC(at: instant))
  }

  /// The moment at which a day begins here.
  func start(of day: Day) -> Instant {
    let utc = Int64(day.number) * 86_400_000
    let offset = Int64(secondsFromUTC(at: Instant(milliseconds: utc))) * 1_000
    // Where clocks change in between, the offset of the beginning itself counts.
    let first = Instant(milliseconds: utc - offset)
    return Instant(milliseconds: utc - Int64(secondsFromUTC(at: first)) * 1_000)
  }

  /// How far clocks stand ahead of UTC at a moment.
  func secondsFromUTC(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
  }

  /// TZ may begin with a colon and may be a path below the zone folder (tzset(3)).
  private static func zoneName(_ value: String) -> String {
    let text = value.hasPrefix(":") ? String(value.dropFirst()) : value
    return afterZoneFolder(text) ?? text
  }

  private static var linkedZone: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/etc/localtime", &buffer, buffer.count)
    guard length > 0 else { return nil }
    let bytes = buffer.prefix(length).map { UInt8(bitPattern: $0) }
    return afterZoneFolder(String(decoding: bytes, as: UTF8.self))
  }

  private static func afterZoneFolder(_ path: String) -> String? {
    guard let range = path.range(of: "zoneinfo/") else { return nil }
    return String(path[range.upperBound...])
  }
}
