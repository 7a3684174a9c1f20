import Glibc

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: bench DEALBOARD FLOOR GENERATOR [keys] [start] [import]")
  exit(64)
}
let wanted = Set(arguments.dropFirst(4))
func isWanted(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }

do {
  let bench = try Workbench(
    dealboard: arguments[1],
    floor: arguments[2],
    generator: arguments[3]
  )
  defer { bench.clear() }
  if isWanted("keys") { try KeyBench(bench: bench, deals: 10_000).run() }
  if isWanted("start") { try StartBench(bench: bench, deals: 10_000, limit: 40).run() }
  if isWanted("import") {
    try ImportBench(bench: bench, deals: 10_000).run()
    try ImportBench(bench: bench, deals: 100_000).run()
    try LargeImportBench(bench: bench, deals: 1_000_000).run()
  }
} catch {
  print(error)
  exit(70)
}
