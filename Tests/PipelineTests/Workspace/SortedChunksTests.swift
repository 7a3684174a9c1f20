import Testing

@testable import Pipeline

@Suite struct SortedChunksTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `behaves like a sorted array over random inserts and removals`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var model = Set((0..<700).map { _ in Int.random(in: 0..<5_000, using: &generator) })
    var chunks = SortedChunks(model)

    for step in 0..<3_000 {
      let key = Int.random(in: 0..<5_000, using: &generator)
      // Grows first, then shrinks to nothing, so that chunks split and vanish.
      if step < 1_500 || Bool.random(using: &generator) && step < 2_000 {
        chunks.insert(key)
        model.insert(key)
      } else {
        chunks.remove(key)
        model.remove(key)
      }
    }

    let sorted = model.sorted()
    #expect(chunks.count == sorted.count)
    #expect(chunks.keys(at: 0..<Int.max) == sorted)
    for (place, key) in sorted.enumerated() {
      #expect(chunks[place] == key)
      #expect(chunks.place(of: key) == place)
    }
  }

  @Test func `an emptied one can be filled again`() {
    var chunks = SortedChunks([1])

    chunks.remove(1)
    chunks.insert(2)

    #expect(chunks.keys(at: 0..<9) == [2])
    #expect(chunks[1] == nil)
    #expect(chunks.place(of: 1) == nil)
  }

  @Test func `inserting what is there changes nothing`() {
    var chunks = SortedChunks([1, 2])

    chunks.insert(2)
    chunks.remove(3)

    #expect(chunks.count == 2)
  }
}
