import BisectionLog
import Kernel
import Screen
import Testing
import Triage

@testable import Workbench

/// What the workbench asks of a kernel's repository, and what it does with the answers.
@Suite struct KernelTests {
  private func bench(_ name: String = "culprit-right") throws -> Bench {
    var bench = try Bench(rows: 40, columns: 140, [name])
    bench.send(.kernel(.found(workTree: "/src/linux")))
    return bench
  }

  private func source(_ text: String, at commit: Revision) throws -> SourceFile {
    SourceFile(
      path: try #require(KernelPath("net/nfc/llcp_core.c")), commit: commit,
      text: SourceText(Array(text.utf8)))
  }

  @Test func looksUpTagsAndLaterFixesOfTheOpenLogAndOnlyOnce() throws {
    var bench = try bench()
    let log = try #require(bench.model.opened?.log)
    guard case .lookUp(let questions)? = bench.effects.last, questions.count == 2,
      case .tags(let revisions) = questions[0], case .later(let asked) = questions[1]
    else {
      Issue.record("\(bench.effects)")
      return
    }
    #expect(Set(revisions.map(\.text)) == Set(log.steps.map { log.string($0.commit) }))
    #expect(asked.culprit.text == log.string(log.culprit?.commit))
    let tags = Dictionary(uniqueKeysWithValues: revisions.map { ($0, NearestTag(tag: "v5.6")) })
    bench.send(.kernel(.answered(questions[0], .success(.tags(tags)))))
    bench.send(.kernel(.answered(questions[1], .success(.later([])))))
    bench.send(.opened(bench.model.opened, id: 0))
    #expect(bench.effects.last == .lookUp([]))
  }

  @Test func asksNothingWithoutARepositoryAndSaysHowToHaveOne() throws {
    var bench = try Bench(rows: 40, columns: 140, ["culprit-right"])
    bench.press("5 t")
    #expect(bench.model.status?.text.contains("--kernel") == true)
    bench.press("2 D L")
    #expect(bench.effects.isEmpty)
    #expect(bench.row(with: "D diff") == nil)
  }

  @Test func showsTheFramesSourceAtTheTestedCommitWithItsLineMarked() throws {
    var bench = try bench()
    bench.press("5 f t")
    guard case .ask(let question)? = bench.effects.last,
      case .source(let path, let commit) = question
    else {
      Issue.record("\(bench.effects)")
      return
    }
    let log = try #require(bench.model.opened?.log)
    #expect(commit.text == log.string(log.culprit?.commit))
    let place = try #require(bench.model.selectedFrame)
    let frame = try #require(log.crash?.stacks[place.stack].frames[place.frame])
    #expect(path == log.string(frame.file))
    let line = try #require(frame.line)
    let text = (1...line + 9).map { "code \($0)\n" }.joined()
    bench.send(.kernel(.answered(question, .success(.source(try source(text, at: commit))))))
    #expect(bench.row(with: "\(line)>code \(line)") != nil)
    #expect(bench.row(with: "Source ── net/nfc/llcp_core.c at \(commit.short)") != nil)
    bench.press("j e")
    #expect(bench.effects.last == .edit(path: "/src/linux/net/nfc/llcp_core.c", line: line + 1))
    bench.press("B")
    #expect(
      bench.effects.last
        == .ask(.origin(path: "net/nfc/llcp_core.c", line: line + 1, at: commit)))
    bench.press("Escape")
    #expect(bench.model.reader == nil)
    #expect(bench.model.desk.focus == .stack)
    #expect(bench.model.selectedFrame == place)
  }

  @Test func aFrameLineOfTheRawTextLeadsToItsSource() throws {
    var bench = try bench()
    bench.press("5 f ] v")
    let line = try #require(bench.model.selectedLine)
    let frame = try #require(
      bench.model.opened?.log.crash?.stacks.flatMap(\.frames).first { $0.logLine == line })
    bench.press("t")
    guard case .ask(.source(let path, _))? = bench.effects.last else {
      Issue.record("\(bench.effects)")
      return
    }
    #expect(path == bench.model.opened?.log.string(frame.file))
    bench.press("g t")
    #expect(bench.model.status?.text == "This row names no source file")
  }

  @Test func anAnswerThatCameTooLateIsNotShown() throws {
    var bench = try bench()
    bench.press("5 f t")
    guard case .ask(let question)? = bench.effects.last, case .source(_, let commit) = question
    else {
      Issue.record("\(bench.effects)")
      return
    }
    bench.press("4 D")
    bench.send(.kernel(.answered(question, .success(.source(try source("x", at: commit))))))
    #expect(bench.model.reader == nil)
  }

  @Test func saysWhatIsMissing() throws {
    var bench = try bench()
    bench.press("2 D")
    guard case .ask(.commit(let commit))? = bench.effects.last else {
      Issue.record("\(bench.effects)")
      return
    }
    bench.send(
      .kernel(
        .answered(.commit(commit), .failure(.missing(commit, isShallow: true)))))
    #expect(bench.row(with: "\(commit.short) is not in this repository, which is shallow") != nil)
  }

  @Test func showsACommitAndHandsItToThePager() throws {
    var bench = try bench()
    bench.press("4 D")
    let log = try #require(bench.model.opened?.log)
    let culprit = try #require(log.culpritRevision)
    #expect(bench.effects.last == .ask(.commit(culprit)))
    let text = Array("commit \(culprit.text)\n\n    a \u{1b}[2Jtitle\n\n+\tadded\n".utf8)
    bench.send(.kernel(.answered(.commit(culprit), .success(.commit(text)))))
    #expect(bench.row(with: "+       added") != nil)
    #expect(!bench.screen.contains("\u{1b}"))
    bench.press("P")
    #expect(bench.effects.last == .page(text))
  }

  @Test func listsTheCommitsThatAreLeftAfterAStepAndOpensOne() throws {
    var bench = try bench()
    bench.press("2 G L")
    guard case .ask(let question)? = bench.effects.last,
      case .between(let good, let bad) = question
    else {
      Issue.record("\(bench.effects)")
      return
    }
    let log = try #require(bench.model.opened?.log)
    let goods = log.gitCommands.filter { $0.command.isGood }.count
    #expect(good.count == goods + 1)
    let left = CommitLine(commit: bad, title: "the last one", author: "Ada", date: "2020-01-02")
    bench.send(
      .kernel(.answered(question, .success(.between(CommitRange(commits: [left], total: 1))))))
    #expect(bench.row(with: "\(bad.short) 2020-01-02 the last one  Ada") != nil)
    bench.press("Enter")
    #expect(bench.effects.last == .ask(.commit(bad)))
  }

  @Test func laterFixesStandInTheCulpritPaneWithTheirEffect() throws {
    var bench = try bench()
    let question = try #require(bench.model.opened?.log.culpritQuestion)
    #expect(bench.row(with: "looking for Fixes: lines") != nil)
    let fix = CommitLine(
      commit: try #require(Revision("00112233445566778899aabbccddeeff00112233")),
      title: "nfc: fix it", author: "Ada", date: "2021-02-03")
    let other = try #require(Revision("c0ffeec0ffee"))
    bench.send(
      .kernel(
        .answered(
          .later(question),
          .success(
            .later([
              LaterCommit(commit: fix, relation: .fixes, namesCrash: true, copies: 3),
              LaterCommit(commit: fix, relation: .blamesAnother(other), namesCrash: true),
            ])))))
    #expect(bench.row(with: "+ 001122334455 \"nfc: fix it\"") != nil)
    #expect(bench.row(with: "- 001122334455") != nil)
    bench.press("4 z /")
    bench.type("names this crash and blames")
    bench.press("Enter Enter")
    #expect(bench.effects.last == .ask(.commit(fix.commit)))
  }

  @Test func newsFromGitLeaveTheRowUnderTheCursor() throws {
    var bench = try bench()
    let question = try #require(bench.model.opened?.log.culpritQuestion)
    bench.press("4 z j j j j j j j j")
    func text() -> String {
      bench.model.cardRows[bench.model.desk.states[.culprit]?.cursor ?? 0].text
    }
    let before = text()
    bench.send(.kernel(.answered(.later(question), .failure(.timedOut(seconds: 180)))))
    #expect(text() == before)
    let fix = CommitLine(
      commit: question.culprit, title: "nfc: fix it", author: "Ada", date: "2021-02-03")
    let later = (1...4).map { LaterCommit(commit: fix, relation: .fixes, namesCrash: $0 > 1) }
    bench.send(.kernel(.answered(.later(question), .success(.later(later)))))
    #expect(text() == before)
    #expect(bench.row(with: "nfc: fix it") != nil)
  }

  @Test func aRevertSpeaksAgainstAFixAndForACulprit() throws {
    let commit = CommitLine(
      commit: try #require(Revision("00112233445566778899aabbccddeeff00112233")), title: "t",
      author: "a", date: "2021-02-03")
    let revert = LaterCommit(commit: commit, relation: .reverts, namesCrash: false)
    #expect(revert.effect(isFix: false) == true)
    #expect(revert.effect(isFix: true) == false)
    #expect(
      LaterCommit(commit: commit, relation: .fixes, namesCrash: false).effect(isFix: true) == nil)
  }

  @Test func tagsStandInTheTimeline() throws {
    var bench = try bench()
    let log = try #require(bench.model.opened?.log)
    let culprit = try #require(log.culpritRevision)
    bench.send(
      .kernel(
        .answered(
          .tags([culprit]),
          .success(.tags([culprit: NearestTag(tag: "v5.12-rc6", steps: "~7^2")])))))
    bench.press("2 z")
    #expect(bench.row(with: "v5.12-rc6~7^2") != nil)
  }

  @Test func aWebPageIsChosenAndItsAddressCopied() throws {
    var bench = try bench()
    bench.press("5 f W")
    #expect(bench.row(with: "Copy the address of") != nil)
    bench.press("2")
    guard case .copy(let url, _)? = bench.effects.last else {
      Issue.record("\(bench.effects)")
      return
    }
    #expect(url.hasPrefix("https://elixir.bootlin.com/linux/latest/source/"))
  }

  @Test func copiesTheFixesLine() throws {
    var bench = try bench()
    bench.press("y x")
    let log = try #require(bench.model.opened?.log)
    let culprit = try #require(log.culprit)
    let hash = log.string(culprit.commit).prefix(12)
    let title = try #require(log.string(culprit.title))
    #expect(bench.effects.last == .copy("Fixes: \(hash) (\"\(title)\")", what: "the Fixes: line"))
  }

  @Test func aFileOfTheCulpritIsShownAsTheCulpritLeftIt() throws {
    var bench = try bench()
    let log = try #require(bench.model.opened?.log)
    let culprit = try #require(log.culpritRevision)
    let file = try #require(log.culprit?.files.first.map { log.string($0.path) })
    let row = try #require(bench.model.cardRows.firstIndex { $0.file == file })
    bench.press("4")
    for _ in 0..<row where (bench.model.desk.states[.culprit]?.cursor ?? 0) < row {
      bench.press("j")
    }
    bench.press("t")
    #expect(bench.effects.last == .ask(.source(path: file, at: culprit)))
    bench.press("e")
    guard case .edit("/src/linux/" + file, _)? = bench.effects.last else {
      Issue.record("\(String(describing: bench.effects.last))")
      return
    }
  }

  @Test func whereNothingIsCheckedOutTheEditorHasNoFile() throws {
    var bench = try Bench(rows: 40, columns: 140, ["culprit-right"], kernel: "/src/linux.git")
    bench.send(.kernel(.found(workTree: nil)))
    bench.press("5 f e")
    #expect(bench.model.status?.text.contains("no work tree") == true)
  }
}

extension GitCommand.Command {
  fileprivate var isGood: Bool {
    if case .good = self { true } else { false }
  }
}
