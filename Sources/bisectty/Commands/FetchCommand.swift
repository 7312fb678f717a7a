import ArgumentParser
import ChildProcess
import Fetching
import Glibc
import Inputs

/// `bisectty fetch SOURCE ... --into DIR`: the logs and reports behind mails and links.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Get the logs and reports that mails and links lead to.",
    discussion: """
      Sources are mails and mailboxes (files, directories, '-'), links to bugs (…/bug?extid=…), to \
      pages that list bugs (…/upstream), to single texts (…/x/bisect.txt?x=…) and to threads on \
      lore.kernel.org. Each bug has a folder, named by its identifier and title, with an index \
      that 'show', 'list' and the workbench read. Files appear whole or not at all; run the same \
      command again to get the rest, or what is new.

      Only syzkaller.appspot.com and lore.kernel.org are asked, and hosts that --allow-host names; \
      only by https, but by http on this machine; without cookies and credentials. Texts with an \
      'x=' in their link never change: they are kept in $XDG_CACHE_HOME/bisectty and not asked for \
      again. Needs the program curl.
      """)

  @Argument(help: "Mails, mailboxes, links, or '-' for standard input.", completion: .file())
  var sources: [String]

  @Option(
    help: ArgumentHelp(
      "The folder that gets a folder for each bug.", valueName: "directory"),
    completion: .directory)
  var into: String

  @Option(
    help: ArgumentHelp(
      "Ask this host as well; may be given several times.", valueName: "host[:port]"))
  var allowHost: [String] = []

  @Option(help: ArgumentHelp("Fetch no more bugs of a list than these.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("Take no file larger than this (32).", valueName: "MiB"))
  var maxSize: Int = 32

  @Option(
    help: ArgumentHelp("Give up on a host that is silent for so long (30).", valueName: "seconds"))
  var timeout: Int = 30

  func validate() throws {
    guard (1...1_024).contains(maxSize) else {
      throw ValidationError("--max-size takes a number from 1 to 1024")
    }
    guard (1...3_600).contains(timeout) else {
      throw ValidationError("--timeout takes a number from 1 to 3600")
    }
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 on") }
    _ = try options()
  }

  func run() throws {
    var statuses: [ExitStatus] = []
    let sources = read(&statuses)
    guard !sources.isEmpty else { return try fail(on: statuses) }
    let (cancellation, line, options) = (Cancellation(), ProgressLine(), try options())
    _ = EndingSignals(cancelling: cancellation)
    let run: FetchRun
    do throws(FetchEnd) {
      run = try FetchRun(
        into: into, cache: .opened(), options: options, cancellation: cancellation
      ) { failure in
        line.clear()
        StandardError.write("\(failure.subject): \(failure.message)")
      }
      defer { line.clear() }
      try run.run(sources) { line.show($0) }
    } catch {
      throw CommandFailure(error)
    }
    StandardOutput.shared.write("\(run.progress.summary(into: into))\n")
    if run.progress.failed > 0 { statuses.append(.wanting) }
    if cancellation.isCancelled { try EndingSignals.end() }
    if !statuses.isEmpty { throw CommandFailure(toldBefore: .wanting) }
  }

  private func options() throws -> FetchOptions {
    var options = FetchOptions()
    options.allowed = try AllowedHosts(allowing: allowHost)
    options.limits.bytes = maxSize << 20
    options.limits.silentSeconds = timeout
    options.limits.seconds = max(300, timeout)
    options.bugLimit = limit ?? .max
    return options
  }

  /// Reads the sources that are files; reports what is wrong with one.
  private func read(_ statuses: inout [ExitStatus]) -> [FetchSource] {
    var found: [FetchSource] = []
    for source in sources {
      if source.isLink {
        do throws(LinkProblem) {
          found.append(.link(try WebLink(source)))
        } catch {
          StandardError.write("\(source): \(error.message)")
          statuses.append(.wanting)
        }
        continue
      }
      for input in InputSearch.find([InputPath(argument: source)]) {
        do throws(CommandFailure) {
          if let mails = try mails(input) { found.append(mails) }
        } catch {
          if let line = error.line { StandardError.write(line) }
          statuses.append(error.status)
        }
      }
    }
    return found
  }

  private func mails(_ found: FoundInput) throws(CommandFailure) -> FetchSource? {
    switch found {
    case .passedOver: return nil
    case .failed(let error): throw CommandFailure(error)
    case .input(let path):
      do throws(InputError) {
        return .mails(try Input.read(path).bytes, name: path.text)
      } catch {
        throw CommandFailure(error)
      }
    }
  }
}
