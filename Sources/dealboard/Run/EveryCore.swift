import Foundation
import Pipeline

/// Does a work's pieces on all cores of the machine, on the asking thread and on others beside it.
struct EveryCore: WorkingHands {
  var count: Int { ProcessInfo.processInfo.activeProcessorCount }

  func results<Result: Sendable>(
    of pieces: Int,
    _ work: @escaping @Sendable (_ piece: Int) -> Result
  ) -> [Result] {
    let hands = max(min(count, pieces), 1)
    @Sendable func share(of hand: Int) -> [Result] {
      stride(from: hand, to: pieces, by: hands).map(work)
    }
    // Where no more threads or files are to be had, the asking one does their shares as well.
    let others = (1..<hands).map { hand in
      try? BackgroundWork("searching") {
        ThreadPriority.searching.take()
        return share(of: hand)
      }
    }
    let own = share(of: 0)
    let shares =
      [own] + zip(1..<hands, others).map { hand, other in (try? other?.value()) ?? share(of: hand) }
    return (0..<pieces).map { shares[$0 % hands][$0 / hands] }
  }
}
