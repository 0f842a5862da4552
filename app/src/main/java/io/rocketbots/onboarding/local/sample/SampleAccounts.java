package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.configuration.SampleCredentials;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceMember;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Passwords;
import io.rocketbots.onboarding.tenancy.account.ReviewTeams;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Makes the people of local mode, so that everything can be tried at once; those who are there stay as they are. */
@Component
@Profile("local")
public class SampleAccounts implements ApplicationRunner {

    public static final String PASSWORD = SampleCredentials.PASSWORD;

    private final Accounts accounts;
    private final Spaces spaces;
    private final SpaceMembers members;
    /** The hash of the password, which takes a while to make; one is enough for all. */
    private final SingletonSupplier<String> hash;

    private final Clock clock;

    SampleAccounts(Accounts accounts, Spaces spaces, SpaceMembers members, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.spaces = spaces;
        this.members = members;
        this.hash = SingletonSupplier.of(() -> passwords.hash(PASSWORD));
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        add(
                SampleCredentials.REVIEWER,
                "Robin Reviewer",
                Roles.of(Role.REVIEWER),
                "R1",
                ReviewTeams.of("reviewers", "key-accounts"));
        add(
                "reviewer2@rocketbots.localhost",
                "Rene Reviewer",
                Roles.of(Role.REVIEWER),
                "R2",
                ReviewTeams.of("reviewers", "key-accounts"));
        add("lead@rocketbots.localhost", "Lee Lead", Roles.of(Role.TEAM_LEAD), "L1", ReviewTeams.NONE);
        add("ops@rocketbots.localhost", "Olu Ops", Roles.of(Role.OPS), "O1", ReviewTeams.NONE);
        add("existing@shop.localhost", "Ellis Existing", Roles.of(Role.USER), null, ReviewTeams.NONE);
    }

    private void add(String email, String name, Roles roles, @Nullable String staffCode, ReviewTeams teams) {
        if (accounts.findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, email)
                .isPresent()) {
            return;
        }
        Account invited = Account.invite(PlatformId.ROCKETBOTS, email, name, roles, clock.instant());
        Account member = staffCode == null ? invited : invited.joinTeam(staffCode, teams);
        Account account = accounts.save(member.activate(hash.obtain()));
        if (roles.has(Role.USER)) {
            Instant now = clock.instant();
            Space requested = Space.request(
                    PlatformId.ROCKETBOTS, "Existing Space", "en", null, SpaceState.REQUESTED, account.id(), now);
            Space space = spaces.save(requested.activate(now));
            members.save(SpaceMember.join(space.id(), account.id(), SpaceRole.OWNER, now));
        }
    }
}
