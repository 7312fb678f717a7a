extension SyzkallerParser {
  /// The lines before the first test: machine, direction, revisions (grammar, section 2).
  mutating func takeStartLine(_ line: ByteView, _ kind: LineKind) {
    payload = .none
    switch kind {
    case .host: takeHost(line)
    case .start: takeStart(line)
    case .buildingSyzkaller:
      log.syzkallerCommit =
        log.syzkallerCommit
        ?? line.after("building syzkaller on")?.trimmed.rangeIfAny
      accept(kind)
    case .fetchFailed:
      acceptNotice(kind, line)
      payload = .node
    case .ensureReproducible:
      announcedStage = .original
      acceptNotice(kind, line)
    default: acceptNotice(kind, line)
    }
  }

  private mutating func takeHost(_ line: ByteView) {
    if let (host, time) = line.split(at: " starts bisection ") {
      log.host = log.host ?? host.range
      log.startedAt = log.startedAt ?? time.range
    }
    accept(.host)
  }

  private mutating func takeStart(_ line: ByteView) {
    let cause =
      line.after("bisecting cause commit starting from")
      ?? line.after("searching for guilty commit starting from")
    let fix =
      line.after("bisecting fixing commit since") ?? line.after("searching for fixing commit since")
    if log.direction == .unknown, let revision = cause ?? fix {
      log.direction = cause != nil ? .cause : .fix
      log.startCommit = revision.trimmed.rangeIfAny
    }
    accept(.start)
  }
}
