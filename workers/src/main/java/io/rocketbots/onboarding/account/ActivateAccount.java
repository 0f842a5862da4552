package io.rocketbots.onboarding.account;

import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.platform.PlatformId;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.reseller.Resellers;
import io.rocketbots.onboarding.task.SettleDecision;
import io.rocketbots.onboarding.timeline.Timeline;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owner of an invited account sets the first password, and the process that waits for it goes on. */
@Component
public class ActivateAccount {

    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Resellers resellers;
    private final Outbox outbox;
    private final SettleDecision settle;
    private final Timeline timeline;
    private final AccessLog log;

    ActivateAccount(
            Accounts accounts,
            OneTimeTokens tokens,
            Passwords passwords,
            PasswordRules rules,
            Resellers resellers,
            Outbox outbox,
            SettleDecision settle,
            Timeline timeline,
            AccessLog log) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.rules = rules;
        this.resellers = resellers;
        this.outbox = outbox;
        this.settle = settle;
        this.timeline = timeline;
        this.log = log;
    }

    /** The account whose password the link would set; empty when the link is dead. */
    public Optional<Account> show(PlatformId platform, String token) {
        return tokens.find(token, platform, TokenKind.ACTIVATION)
                .filter(OneTimeTokens.Known::good)
                .flatMap(known -> accounts.findById(known.account()))
                .filter(account -> account.state() == AccountState.INVITED);
    }

    /** Sets the password that the owner chose. */
    @Transactional
    public SetPassword activate(PlatformId platform, String token, String password) {
        Optional<Account> invited = show(platform, token);
        if (invited.isEmpty()) {
            return new SetPassword.DeadLink();
        }
        Optional<PasswordRules.Problem> problem =
                rules.problemOf(password, invited.get().email());
        if (problem.isPresent()) {
            return new SetPassword.Refused(problem.get());
        }
        if (tokens.use(token, platform, TokenKind.ACTIVATION).isEmpty()) {
            return new SetPassword.DeadLink();
        }
        Account active = accounts.save(invited.get().activate(passwords.hash(password)));
        log.add(AccessLog.What.ACTIVATED, platform, active.id());
        tellProcess(active);
        return new SetPassword.Done(active);
    }

    private void tellProcess(Account account) {
        resellers.findPresentByAccountId(account.id()).ifPresent(reseller -> {
            outbox.put(
                    MessageTypes.ACCOUNT_ACTIVATED,
                    reseller.applicationId().value(),
                    reseller.applicationId().value().toString(),
                    new Nothing());
            settle.closeCall(reseller.applicationId(), "activation");
            timeline.tellEverybody(reseller.applicationId(), account.name(), "Account activated.");
        });
    }
}
