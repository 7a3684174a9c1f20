import Dispatch
import Foundation
import Pipeline
import Synchronization

/// Does a work's pieces on all cores of the machine, the asking thread's among them.
struct EveryCore: WorkingHands {
  var count: Int { ProcessInfo.processInfo.activeProcessorCount }

  func results<Result: Sendable>(
    of pieces: Int,
    _ work: @Sendable (_ piece: Int) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: pieces))
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      let result = work(piece)
      results.withLock { $0[piece] = result }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }
}
