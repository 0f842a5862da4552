package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.platform.PlatformSessions;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Closes the accounts of a platform whose reseller has left. The reseller's own people keep their Rocketbots accounts,
 * with what else they have there.
 */
@Component
class CloseAccounts implements EndsWithReseller {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PlatformSessions sessions;

    CloseAccounts(JdbcClient jdbc, Accounts accounts, PlatformSessions sessions) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public void end(Reseller reseller) {
        // One statement, since there may be very many.
        jdbc.sql("""
                UPDATE account SET state = 'DISABLED', session_generation = session_generation + 1, version = version + 1
                WHERE platform_id = :platform AND state <> 'DISABLED'
                """).param("platform", PlatformId.of(reseller.id()).value()).update();
        sessions.endAll(reseller.id());
        reseller.members().stream()
                .map(ResellerMember::accountId)
                .flatMap(id -> accounts.findById(id).stream())
                .forEach(account -> accounts.save(account.leaveReseller()));
    }
}
