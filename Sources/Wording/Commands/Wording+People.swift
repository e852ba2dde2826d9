import FormModel
import Records

/// The sentences of the accounts' commands.
extension Wording {
  public func askPIN(_ name: String) -> String {
    say("\(plain(name))的新密码（至少六位数字）：", "New PIN for \(plain(name)) (at least six digits):")
  }

  public var askPINAgain: String { say("再输一遍：", "Once more:") }
  public var badPIN: String {
    say("密码要至少六位，全是数字；请再来一次。", "A PIN has at least six digits and nothing else; please try again.")
  }
  public var pinsDiffer: String {
    say("两遍不一样，没有改动；请再来一次。", "The two are not the same; nothing was changed, please try again.")
  }

  public func badPersonName(_ name: String) -> String {
    say(
      "“\(plain(name))”不能做姓名或班名：不能空，不能有控制字符，最多六十个字。",
      "“\(plain(name))” cannot be a name: it must not be empty, hold control characters, or be longer than 60.")
  }

  public func unknownClass(_ name: String) -> String {
    say(
      "设置里没有“\(plain(name))”这个班；班名要和登记表上的一样，老师才看得到。",
      "The settings have no class “\(plain(name))”; a teacher sees only records whose class is spelt the same.")
  }

  public func notOwner(_ path: String) -> String {
    say(
      "\(plain(path)) 是另一个账户的；账号请用那个账户来管。",
      "\(plain(path)) belongs to another account of this machine; look after the accounts from there.")
  }

  public func personAdded(_ name: String) -> String { say("已添加：\(plain(name))", "Added: \(plain(name))") }
  public func pinChanged(_ name: String) -> String { say("已换密码：\(plain(name))", "PIN changed: \(plain(name))") }
  public func personRemoved(_ name: String) -> String { say("已停用：\(plain(name))", "Removed: \(plain(name))") }

  public func message(_ problem: AccountProblem, _ name: String) -> String {
    switch problem {
    case .exists:
      say(
        "已经有“\(plain(name))”了；换密码请用 \(program) people pin。",
        "“\(plain(name))” is there already; \(program) people pin gives another PIN.")
    case .notFound:
      say(
        "没有“\(plain(name))”这个账号；\(program) people 列出全部。",
        "There is no account “\(plain(name))”; \(program) people lists them.")
    case .badName: badPersonName(name)
    case .badPIN: badPIN
    case .wrongPIN: say("现在的密码不对，请再输一次。", "The present PIN is not right; please type it again.")
    case .wait(let seconds): say("请等 \(wait(seconds))，再试一次。", "Please wait \(wait(seconds)), then try again.")
    case .notAllowed: say("这个账号要请审核老师来改。", "This account is for staff to change.")
    case .noHash:
      say("这台机器的 crypt(3) 没有 yescrypt，不能存密码。", "The crypt(3) of this machine has no yescrypt; no PIN can be kept.")
    }
  }
}
