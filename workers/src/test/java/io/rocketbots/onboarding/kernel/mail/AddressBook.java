package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The people of a test and their addresses. */
final class AddressBook implements TeamDirectory {

    private final Map<UUID, Addressee> people = new HashMap<>();
    private final Set<UUID> closed = new HashSet<>();
    final List<AccountId> reviewers = new ArrayList<>();

    AccountId account(String name) {
        AccountId id = new AccountId(UUID.randomUUID());
        people.put(id.value(), new Addressee(name, name.toLowerCase(Locale.ROOT) + "@rocketbots.example"));
        return id;
    }

    AccountId reviewer(String name) {
        AccountId id = account(name);
        reviewers.add(id);
        return id;
    }

    ApplicationId applicant(Addressee person) {
        ApplicationId id = new ApplicationId(UUID.randomUUID());
        people.put(id.value(), person);
        return id;
    }

    void closeAccount(AccountId id) {
        closed.add(id.value());
    }

    private Optional<Addressee> find(UUID id) {
        return Optional.ofNullable(people.get(id));
    }

    private void correct(UUID id, String email) {
        Addressee now = people.get(id);
        people.put(id, new Addressee(now == null ? "" : now.name(), email));
    }

    @Override
    public List<AccountId> members(String team) {
        return team.equals("reviewers") ? reviewers : List.of();
    }

    @Override
    public List<AccountId> leads() {
        return List.of();
    }

    ApplicantAddresses applicants() {
        return new ApplicantAddresses() {
            @Override
            public Optional<Addressee> of(ApplicationId application) {
                return find(application.value());
            }

            @Override
            public void correct(ApplicationId application, String email) {
                AddressBook.this.correct(application.value(), email);
            }
        };
    }

    InviteeAddresses invitees() {
        return invitation -> find(invitation.value());
    }

    AccountAddresses accounts() {
        return new AccountAddresses() {
            @Override
            public Optional<Addressee> of(AccountId account) {
                return ofOwner(account).filter(owner -> !closed.contains(account.value()));
            }

            @Override
            public Optional<Addressee> ofOwner(AccountId account) {
                return find(account.value());
            }

            @Override
            public void correct(AccountId account, String email) {
                AddressBook.this.correct(account.value(), email);
            }
        };
    }
}
