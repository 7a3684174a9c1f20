/// Feeds one kind of input with what libFuzzer makes up: `Fuzz KIND [libFuzzer's options] [corpus]`.
///
/// Swift's `main` has the name of the module before it, and hands over to libFuzzer's driver (LLVM,
/// "libFuzzer", Using libFuzzer as a library).
@_cdecl("Fuzz_main")
public func main(
  _ count: Int32,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  let name = count > 1 ? arguments[1].map { String(cString: $0) } ?? "" : ""
  guard let kind = FuzzedInput(rawValue: name) else {
    let known = FuzzedInput.allCases.map(\.rawValue).joined(separator: ", ")
    print("Name what to fuzz: \(known). Options of libFuzzer and folders may follow.")
    return 64
  }
  fuzzed = kind
  // The kind is no option of libFuzzer's: the program's name takes its place.
  arguments[1] = arguments[0]
  var rest = count - 1
  var first: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments + 1
  return runDriver(&rest, &first, feed)
}

/// One input; always taken into the corpus where it reaches new code.
@_cdecl("LLVMFuzzerTestOneInput")
public func feed(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  fuzzed.feed(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

// Sound, because it is set once, before the first input.
nonisolated(unsafe) private var fuzzed = FuzzedInput.filter

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ feed: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
