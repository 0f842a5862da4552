package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.mail.AccountAddresses;
import io.rocketbots.onboarding.kernel.mail.AddressTaken;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.TeamDirectory;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the mails where the owners of accounts are reached, and who is on the team. */
@Component
class MailedAccounts implements AccountAddresses, TeamDirectory {

    private final Accounts accounts;
    private final OneTimeTokens tokens;

    MailedAccounts(Accounts accounts, OneTimeTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public Optional<Addressee> of(AccountId id) {
        return accounts.findById(id)
                .filter(account -> account.state() != AccountState.DISABLED)
                .map(MailedAccounts::addressee);
    }

    @Override
    public Optional<Addressee> ofOwner(AccountId id) {
        return accounts.findById(id).map(MailedAccounts::addressee);
    }

    /** Without a name until a password is set by a mailed link: before that, somebody else may have typed it. */
    private static Addressee addressee(Account account) {
        return new Addressee(account.passwordHash() == null ? "" : account.name(), account.email());
    }

    /** Whoever reads mail at the old address may have links; none of them is good any more. */
    @Override
    @Transactional
    public void correct(AccountId id, String email) {
        Account account = accounts.get(id);
        boolean taken = accounts.findByPlatformIdAndCanonicalEmail(account.platformId(), Account.canonical(email))
                .filter(other -> !other.id().equals(id))
                .isPresent();
        if (taken) {
            throw new AddressTaken("The email belongs to another account.");
        }
        accounts.save(account.correctEmail(email));
        tokens.voidAll(id);
    }

    /** Without those who do not want mail about tasks. */
    @Override
    public List<AccountId> members(String team) {
        return accounts.reviewersToNotify(team).stream().map(Account::id).toList();
    }

    /** All of them: what goes to a lead must not be missed. */
    @Override
    public List<AccountId> leads() {
        return accounts.activeWith(Role.TEAM_LEAD.name()).stream()
                .map(Account::id)
                .toList();
    }
}
