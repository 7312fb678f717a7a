import Screen

extension Model {
  /// Performs an action.
  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .top, .bottom:
      return move(action)
    case .scrollLeft: return scroll(by: -1)
    case .scrollRight: return scroll(by: 1)
    case .wrap: return toggleWrapping()
    case .focusNext: return turnFocus(by: 1)
    case .focusPrevious: return turnFocus(by: -1)
    case .focus(let pane): return focus(on: pane)
    case .zoom:
      desk.isZoomed.toggle()
      return []
    case .grow, .shrink, .widen, .narrow, .hide, .restorePanes: return rearrange(action)
    case .open: return openRow()
    case .back: return goBack()
    case .nextLog, .previousLog, .nextUnreviewed, .previousUnreviewed:
      return moveBetweenLogs(action)
    case .nextStep: return moveStep(by: 1)
    case .previousStep: return moveStep(by: -1)
    case .nextFrame: return moveFrame(by: 1)
    case .previousFrame: return moveFrame(by: -1)
    case .nextStack: return moveStack(by: 1)
    case .previousStack: return moveStack(by: -1)
    case .nextInFile: return followFile(by: 1)
    case .previousInFile: return followFile(by: -1)
    case .nextSameFunction: return followFunction(by: 1)
    case .previousSameFunction: return followFunction(by: -1)
    case .framesOfFile: return askForFile()
    case .stacks: return chooseStack()
    case .registers: return toggleRegisters()
    case .goToCase: return goToCase()
    case .getCase: return getCase()
    case .otherReport: return switchReport()
    case .suspectStep, .culpritStep, .guiltyFrame, .rawLine: return jump(action)
    case .decide(let verdict): return askToDecide(verdict)
    case .withdraw, .note, .undo, .redo, .mark: return changeReview(action)
    case .export, .search, .searchEverywhere, .filter, .sort, .group, .palette: return ask(action)
    case .nextMatch: return findMatch(direction: 1, includingCurrent: false)
    case .previousMatch: return findMatch(direction: -1, includingCurrent: false)
    case .edit: return editRow()
    case .markRight: return markRightCommit()
    case .showSource, .showCommit, .lineOrigin, .remainingCommits, .candidates:
      return askKernel(action)
    case .pager: return pageText()
    case .links: return chooseLink()
    case .copyHash, .copyFixes, .copyTitle, .copyFrame, .copyStack, .copyLine: return copy(action)
    case .unfold: return unfold()
    case .unfoldAll: return unfoldAll()
    case .help:
      dialogue.mode = .help(top: 0)
      return []
    case .reload: return reload()
    case .mouse:
      settings.isMouseOn.toggle()
      status = Status(
        settings.isMouseOn
          ? "The mouse is on; hold Shift to select text with the terminal"
          : "The mouse is off: the terminal's own selection works", .dim)
      return [.mouse(settings.isMouseOn)]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
  }
}
