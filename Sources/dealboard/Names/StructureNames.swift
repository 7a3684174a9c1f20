import Pipeline

/// The pipelines, stages and people of a workspace by what people call them.
struct StructureNames {
  /// The pipelines in the order they were made; never empty.
  let pipelines: [SalesPipeline]
  /// The team, those who left included.
  let people: [Person]

  /// The pipeline that a name means.
  ///
  /// Throws `.usage` where none or several are meant.
  func pipeline(_ text: String) throws(CommandFailure) -> SalesPipeline {
    try NameMatch(kind: "pipeline", items: pipelines, name: \.name).find(text)
  }

  /// The stage of a pipeline that a name, the beginning of one, or a number from 1 means.
  ///
  /// Throws `.usage` where none or several are meant.
  func stage(_ text: String, of pipeline: SalesPipeline) throws(CommandFailure) -> Stage {
    do throws(NameError) {
      return try pipeline.stage(named: text)
    } catch {
      throw error.failure("stage", in: "pipeline \(pipeline.name)")
    }
  }

  /// The person that a name, initials, a login or the beginning of a name means.
  ///
  /// Throws `.usage` where none or several are meant.
  func person(_ text: String) throws(CommandFailure) -> Person {
    do throws(NameError) {
      return try people.person(named: text)
    } catch {
      throw error.failure("person", in: nil, none: Self.nobody)
    }
  }

  /// What is said where a person is named and there is none.
  static let nobody = "Nobody is on the team yet; add someone with `dealboard people add NAME`."

  /// The person of this whole name, these initials or this login; `nil` where nobody is, or several
  /// are without their diacritics.
  func knownPerson(_ text: String) -> Person? {
    let wanted = text.lowercased()
    if let exact = people.first(where: { $0.name.lowercased() == wanted })
      ?? people.first(where: { $0.logins.contains(text) })
      ?? people.first(where: { $0.initials.lowercased() == wanted })
    {
      return exact
    }
    let called = NameSearch(people, names: { [$0.name] }).called(text)
    return called.count == 1 ? called.first : nil
  }

  /// Who acts where this was typed: the person of this whole name, these initials or this login,
  /// else the only one whose name begins so, else somebody who is none of the team.
  ///
  /// Throws `.usage` where several are called or begin so.
  func actor(_ text: String) throws(CommandFailure) -> String {
    if let known = knownPerson(text) { return known.name }
    do throws(NameError) {
      return try people.person(named: text).name
    } catch {
      switch error {
      case .unknown: return text
      case .ambiguous: throw error.failure("person", in: nil)
      }
    }
  }

  /// Who acts: whom the command line asks for, else whom the config names, which was typed as well,
  /// else the login, which is a name that nobody chose here.
  ///
  /// Throws `.usage` where what was typed is the beginning of several names.
  func actor(
    asked: String?,
    preferring preferred: Preference<String>
  ) throws(CommandFailure) -> String {
    if let asked { return try actor(asked) }
    return preferred.source == .config
      ? try actor(preferred.value) : knownPerson(preferred.value)?.name ?? preferred.value
  }

  /// A person's name; `nil` for nobody.
  func name(of person: Identifier<Person>?) -> String? {
    guard let person else { return nil }
    return people.first { $0.id == person }?.name
  }

  /// A stage's name, archived ones included.
  func name(of stage: Identifier<Stage>) -> String {
    pipelines.lazy.compactMap { $0.stage(stage)?.name }.first ?? "stage \(stage)"
  }

  /// The pipeline of a number.
  func pipeline(_ id: Identifier<SalesPipeline>) -> SalesPipeline? {
    pipelines.first { $0.id == id }
  }
}

extension NameError {
  /// The failure of a name that means none or several things of a kind.
  ///
  /// `none` is said where there is nothing of the kind.
  func failure(
    _ kind: String,
    in place: String?,
    none: String = "There is none yet."
  ) -> CommandFailure {
    switch self {
    case .unknown(let text, let known):
      let within = place.map { " in \($0)" } ?? ""
      let choice = known.isEmpty ? none : "There are: \(known.listed)."
      return CommandFailure(.usage, "No \(kind)\(within) is called \"\(text)\". \(choice)")
    case .ambiguous(let text, let matches):
      return CommandFailure(
        .usage,
        "\"\(text)\" may be more than one \(kind): \(matches.listed). "
          + "Write more of the name."
      )
    }
  }
}

extension [String] {
  /// The first twelve, and how many more there are: `Ana, Ben and 3 more`.
  var listed: String {
    let shown = prefix(12).joined(separator: ", ")
    return count > 12 ? "\(shown) and \(FigureText.count(count - 12)) more" : shown
  }
}
