import Foundation
import Terminal
import Testing

struct EditorTests {
  @Test(arguments: [
    ("vim", ["vim"]),
    ("  emacsclient   -nw\t-a '' ", ["emacsclient", "-nw", "-a", ""]),
    ("'/opt/my editor/ed' --wait", ["/opt/my editor/ed", "--wait"]),
    (#""/opt/my editor/ed" "a \"b\" \\ \n""#, ["/opt/my editor/ed", #"a "b" \ \n"#]),
    (#"/opt/my\ editor/ed"#, ["/opt/my editor/ed"]),
    ("vim -c 'set tw=72'-x", ["vim", "-c", "set tw=72-x"]),
    ("ed $(rm -rf ~) `id` > x; $HOME", ["ed", "$(rm", "-rf", "~)", "`id`", ">", "x;", "$HOME"]),
  ])
  func `the words of an editor are taken apart and nothing in them is carried out`(
    text: String,
    words: [String]
  ) {
    #expect(EditorWords(text)?.words == words)
  }

  @Test(arguments: ["", "   ", "vim 'open", "vim \"open", "vim \\", "'' x"])
  func `what names no program is none`(text: String) {
    #expect(EditorWords(text) == nil)
  }

  @Test func `a program is found in PATH, gets its arguments as they are, and its end is known`() {
    #expect(ForegroundProgram(["sh", "-c", "exit 7"]).run() == .exited(7))
    #expect(ForegroundProgram(["test", "$HOME; exit 3", "=", "$HOME; exit 3"]).run() == .exited(0))
    #expect(ForegroundProgram(["sh", "-c", "kill -TERM $$"]).run() == .killed(signal: 15))
    #expect(ForegroundProgram(["/nonexistent/editor"]).run() == .notStarted(ENOENT))
  }
}
