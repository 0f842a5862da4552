package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.invitation.InvitationLink.Good;
import io.rocketbots.onboarding.customer.invitation.InvitationLink.Open;
import io.rocketbots.onboarding.customer.invitation.InvitationLink.Team;
import io.rocketbots.onboarding.customer.space.SpaceHistory;
import io.rocketbots.onboarding.customer.space.SpaceMember;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceRoster;
import io.rocketbots.onboarding.integration.webhook.DomainEvent;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.naming.ChosenName;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.OpenAccount;
import io.rocketbots.onboarding.tenancy.account.PasswordRules;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever has the link joins the Space or the team: with a new account on the invitation's platform, or with the one
 * that the invited address has there. Account, access and the end of the invitation are one transaction, and of two who
 * use a link at once only one gets through.
 */
@Component
public class AcceptInvitation {

    private static final int LONGEST_NAME = 100;

    private final InvitationLinks links;
    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final OpenAccount openAccount;
    private final Accounts accounts;
    private final Resellers resellers;
    private final SpaceMembers members;
    private final SpaceRoster roster;
    private final SpaceHistory history;
    private final Outbox outbox;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AcceptInvitation(
            InvitationLinks links,
            Invitations invitations,
            InvitationTokens tokens,
            OpenAccount openAccount,
            Accounts accounts,
            Resellers resellers,
            SpaceMembers members,
            SpaceRoster roster,
            SpaceHistory history,
            Outbox outbox,
            Clock clock,
            ApplicationEventPublisher events) {
        this.links = links;
        this.invitations = invitations;
        this.tokens = tokens;
        this.openAccount = openAccount;
        this.accounts = accounts;
        this.resellers = resellers;
        this.members = members;
        this.roster = roster;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
        this.events = events;
    }

    /** How it ended. */
    public sealed interface Result {

        /** They are in. */
        record Joined(Account account) implements Result {}

        /** What to correct, by field ({@code name}, {@code newPassword}); the link stays good. */
        record Faulty(Map<String, String> problems) implements Result {}

        /** The address has an account here: its owner has to sign in with it. */
        record SignInFirst() implements Result {}

        /** The link leads nowhere any more. */
        record Dead(InvitationLink.Dead link) implements Result {}
    }

    /** Creates the account and joins. */
    @Transactional
    public Result createAccount(PlatformId platform, String token, String typedName, String password) {
        return locked(platform, token, link -> {
            if (link.account().isPresent()) {
                return new Result.SignInFirst();
            }
            String name = ChosenName.tidied(typedName.strip());
            Invitation invitation = link.invitation();
            Map<String, String> problems = new LinkedHashMap<>();
            problemOf(name).ifPresent(problem -> problems.put("name", problem));
            openAccount
                    .problemOf(password, invitation.email())
                    .map(PasswordRules.Problem::text)
                    .ifPresent(problem -> problems.put("newPassword", problem));
            if (!problems.isEmpty()) {
                return new Result.Faulty(problems);
            }
            return join(link, openAccount.open(platform, invitation.email(), name, password));
        });
    }

    /** Joins with the account that is signed in, which must be the invited one. */
    @Transactional
    public Result join(PlatformId platform, String token, AccountId signedIn) {
        return locked(
                platform,
                token,
                link -> link.account()
                        .filter(account -> account.id().equals(signedIn) && account.isActive())
                        .map(account -> join(link, account))
                        .orElseGet(Result.SignInFirst::new));
    }

    /** Looks again once nobody else can change who is in the Space or team. */
    private Result locked(PlatformId platform, String token, Function<Open, Result> accept) {
        switch (links.look(platform, token)) {
            case Good seen -> roster.lock(seen.space().id());
            case Team seen -> {
                resellers.lock(seen.reseller().id());
                // Another reseller may take in the same account at this moment.
                accounts.findWithLockByPlatformIdAndCanonicalEmail(
                        platform, seen.invitation().canonicalEmail());
            }
            case InvitationLink.Dead nothing -> {}
        }
        return switch (links.look(platform, token)) {
            case Open link -> accept.apply(link);
            case InvitationLink.Dead dead -> new Result.Dead(dead);
        };
    }

    private Result join(Open link, Account account) {
        Instant now = clock.instant();
        Invitation invitation = link.invitation();
        Account joined = switch (link) {
            case Good space -> joinSpace(space.invitation(), account, now);
            case Team team -> joinTeam(team.reseller(), account, now);
        };
        invitations.save(invitation.accept(joined.id(), now));
        tokens.voidAll(invitation.id());
        outbox.put(
                MessageTypes.INVITATION_ACCEPTED,
                invitation.id().value(),
                invitation.id().value().toString(),
                new Nothing());
        invitation
                .platformId()
                .reseller()
                .ifPresent(reseller -> events.publishEvent(new DomainEvent(
                        reseller,
                        WebhookEvent.INVITATION_ACCEPTED,
                        Map.of(
                                "invitationId",
                                invitation.id().value().toString(),
                                "spaceId",
                                invitation.space().value().toString()))));
        return new Result.Joined(joined);
    }

    private Account joinTeam(Reseller reseller, Account account, Instant now) {
        resellers.save(reseller.admit(account.id(), now));
        return accounts.save(account.becomeReseller());
    }

    private Account joinSpace(Invitation invitation, Account account, Instant now) {
        SpaceRole role = Objects.requireNonNull(invitation.role());
        Optional<SpaceMember> member = members.findBySpaceIdAndAccountId(invitation.space(), account.id());
        if (member.isEmpty()) {
            members.save(SpaceMember.join(invitation.space(), account.id(), role, now));
            history.add(invitation.space(), SpaceHistory.What.JOINED, account.id(), role, invitation.invitedBy());
        } else if (member.get().role().compareTo(role) > 0) {
            members.save(member.get().become(role));
            history.add(invitation.space(), SpaceHistory.What.ROLE_CHANGED, account.id(), role, invitation.invitedBy());
        }
        return account;
    }

    private static Optional<String> problemOf(String name) {
        if (name.isEmpty()) {
            return Optional.of("Enter your name.");
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of("Shorten your name to at most " + LONGEST_NAME + " characters.");
        }
        return ChosenName.faultOfPerson(name);
    }
}
