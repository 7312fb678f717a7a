import BisectionLog
import Testing
import Triage

@testable import Workbench

/// The rows of a report with more frames than are looked at one by one.
@Suite struct StackRowsTests {
  private static let perStack = 1 << 12

  /// Stacks without text of their own, the last of them after the leading ones.
  private static func report(stacks count: Int) -> CrashReport {
    var report = CrashReport(title: nil, line: 1, lines: 1..<2)
    report.stacks = (0..<count).map { index in
      var stack = Stack(index: index, kind: .callTrace, label: "Call Trace", line: 1)
      stack.frames = (0..<perStack).map {
        Frame(index: $0, function: TextRange(start: 0, count: 0), logLine: 1)
      }
      return stack
    }
    return report
  }

  @Test func eachRowIsFoundAgain() {
    let rows = StackRows(of: Self.report(stacks: 19), folding: true) { $1.index % 8 == 0 }
    #expect(rows.count == rows.last.flatMap(\.place).flatMap(rows.row(of:)).map { $0 + 1 })
    for row in Swift.stride(from: 0, to: rows.count, by: 97) {
      switch rows[row] {
      case .heading(let stack): #expect(rows.row(ofHeading: stack) == row)
      case .frame(let stack, let frame):
        #expect(rows.row(of: .init(stack: stack, frame: frame)) == row)
      case .folded(let stack, let frames):
        #expect(rows.row(of: .init(stack: stack, frame: frames.upperBound - 1)) == row)
      case .notice: Issue.record("The report has no line that is not understood.")
      case .blank: #expect(rows[row + 1].stack.flatMap(rows.row(ofHeading:)) == row + 1)
      }
    }
  }

  @Test func framesBehindTheLeadingStacksAreNotFolded() throws {
    let rows = StackRows(of: Self.report(stacks: 18), folding: true) { _, _ in false }
    let leading = try #require(rows.row(ofHeading: 15))
    #expect(rows[leading + 1] == .folded(stack: 15, frames: 0..<Self.perStack))
    let late = try #require(rows.row(ofHeading: 17))
    #expect(rows[late - 1] == .blank)
    #expect(rows[late + 1] == .frame(stack: 17, frame: 0))
    #expect(rows.count - late == 1 + Self.perStack)
  }

  @Test func whatIsNotThereHasNoRow() {
    let rows = StackRows(of: Self.report(stacks: 18), folding: true) { _, _ in false }
    #expect(rows.row(ofHeading: 18) == nil)
    #expect(rows.row(of: .init(stack: 17, frame: Self.perStack)) == nil)
    #expect(rows.row(of: .init(stack: 17, frame: -1)) == nil)
    #expect(StackRows().isEmpty)
  }
}
