import TestSupport
import Testing

/// What a person can do in the workbench, each by its keys with the real program on a terminal.
///
/// What needs a kernel's repository is in ``KernelOnATerminalTests``.
@Suite struct VerbTests {
  /// Something to do, and what the screen then shows in one of its rows.
  struct Verb: CustomStringConvertible {
    var description: String
    var keys: String
    var shows: String
    var sample = ""

    init(_ name: String, _ keys: String, _ shows: String, of sample: String = "") {
      description = name
      self.keys = keys
      self.shows = shows
      self.sample = sample
    }
  }

  static let verbs = [
    Verb("next log", "J", "  2 of 13"),
    Verb("previous log", "JJK", "  2 of 13"),
    Verb("next log without a verdict", "c(", "  1 of 13"),
    Verb("next step", "2>", "Results ── 7bd072e5eca7 v5.4"),
    Verb("previous step", "2<", "Results ── adcb1153908b v5.6"),
    Verb("suspect step", "bs", "Results ── 16c6ddbc1a08 v5.5"),
    Verb("step of the culprit", "b", "Results ── e1021bcb1db7, 10 runs"),
    Verb("last run", "3G", "▌   #9 ○ passed"),
    Verb("previous stack", "5g}}{", "Stack ── 2 of 6", of: "oldest-release.txt"),
    Verb("next stack", "5g}", "Stack ── 2 of 6", of: "oldest-release.txt"),
    Verb("next frame", "5]", "▌  lo_rw_simple", of: "oldest-release.txt"),
    Verb("previous frame", "5]][", "▌  lo_rw_simple", of: "oldest-release.txt"),
    Verb("guilty frame", "ff", "▌» fsync_bdev+0x5a", of: "oldest-release.txt"),
    Verb("registers", "5A", "Registers", of: "oldest-release.txt"),
    Verb("raw line and back", "2v", "6 Raw ──"),
    Verb("decide: correct", "c", "Kept: correct; u undoes it"),
    Verb("decide: plausible", "p", "Kept: plausible; u undoes it"),
    Verb("decide: wrong, with a reason", "wf", "Kept: wrong (foreign-crash); u undoes it"),
    Verb("decide: inconclusive", "i", "Kept: inconclusive; u undoes it"),
    Verb("decide: test again", "r", "Kept: retest; u undoes it"),
    Verb("decide on marked logs", "  c", "Kept: correct on 2 logs; u undoes it"),
    Verb("note", "alook at the parent\r", "Noted; u undoes it"),
    Verb("undo", "cu", "Undone; U redoes it"),
    Verb("redo", "cuU", "Done again; u undoes it"),
    Verb("take back", "cKx", "Taken back; u undoes it"),
    Verb("filter", "Foutcome:timeout\r", "filter: outcome:timeout  1 of 1"),
    Verb("sort", "Sp", "Logs ── by path"),
    Verb("group", "=o", "groups by outcome"),
    Verb("search the pane", "2/bpf\r", "Results ── 58d825cf7c79"),
    Verb("search all logs", "\\tipc_udp_addr2str\r", "in all logs: "),
    Verb("zoom", "2z", "[2 Timeline]"),
    Verb("palette", ":next-unreviewed\r", "  2 of 13"),
    Verb("help", "?", "Keys of bisectty"),
  ]

  @Test(arguments: verbs)
  func doesWhatItsKeysSay(_ verb: Verb) throws {
    let path = "Resources/samples" + (verb.sample.isEmpty ? "" : "/" + verb.sample)
    let workbench = try WorkbenchOnATerminal.opened([path])
    let terminal = workbench.terminal
    #expect(
      terminal.waitFor { $0.text.contains("Timeline") && !$0.text.contains("reading…") },
      "\(verb)")
    terminal.waitUntilIdle()
    terminal.send(verb.keys)
    guard !terminal.waitFor({ $0.text.contains(verb.shows) }) else { return }
    Issue.record("\(verb) shows\n\(terminal.screen.text)")
  }
}
