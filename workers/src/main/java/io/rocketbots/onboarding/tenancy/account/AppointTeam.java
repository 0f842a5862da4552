package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the team what whoever runs this says it is: who is new gets an account and a mail to set its password, who may do
 * something else now may do it at once, and who is named no more is out. Doing it twice is doing it once.
 */
@Component
public class AppointTeam {

    private final Accounts accounts;
    private final Mails mails;
    private final SecondFactors secondFactors;
    private final AccessLog log;
    private final Clock clock;

    AppointTeam(Accounts accounts, Mails mails, SecondFactors secondFactors, AccessLog log, Clock clock) {
        this.accounts = accounts;
        this.mails = mails;
        this.secondFactors = secondFactors;
        this.log = log;
        this.clock = clock;
    }

    /** Whether anybody belongs to the team. */
    public boolean isAnybodyThere() {
        return !accounts.team().isEmpty();
    }

    @Transactional
    public void appoint(List<TeamMember> team) {
        team.forEach(this::appoint);
        Set<String> named =
                team.stream().map(member -> Account.canonical(member.email())).collect(Collectors.toSet());
        accounts.team().stream()
                .filter(account -> !named.contains(account.canonicalEmail()))
                .forEach(this::release);
    }

    private void appoint(TeamMember member) {
        Optional<Account> known = accounts.findWithLockByPlatformIdAndCanonicalEmail(
                PlatformId.ROCKETBOTS, Account.canonical(member.email()));
        Account before = known.orElseGet(() ->
                Account.invite(PlatformId.ROCKETBOTS, member.email(), member.name(), Roles.of(), clock.instant()));
        String code = before.staffCode() == null ? freeCode(member.name()) : before.staffCode();
        Account after = before.serve(code, member.roles(), member.reviewTeams());
        if (known.isPresent() && after.equals(before)) {
            return;
        }
        Account saved = accounts.save(after);
        log.add(AccessLog.What.TEAM_APPOINTED, PlatformId.ROCKETBOTS, saved.id());
        boolean needsPassword = saved.state() == AccountState.INVITED;
        if (needsPassword && (known.isEmpty() || before.state() != AccountState.INVITED)) {
            mails.queueForAccount(
                    null, MailTemplate.TEAM_ACCOUNT, saved.id(), Integer.toString(saved.sessionGeneration()), Map.of());
        }
    }

    /** Its second factor goes, too: whoever lost it and is named again later sets up another. */
    private void release(Account account) {
        secondFactors.delete(account.id());
        Account former = accounts.save(account.leaveTeam());
        log.add(AccessLog.What.TEAM_LEFT, PlatformId.ROCKETBOTS, former.id());
    }

    /** The initials, with a number when somebody has them already. */
    private String freeCode(String name) {
        String initials = name.codePoints()
                .filter(Character::isUpperCase)
                .limit(3)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String begin = initials.isEmpty() ? "T" : initials;
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> begin + number)
                .filter(code -> accounts.findByStaffCode(code).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
