package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.invitation.InvitationLink.Open;
import io.rocketbots.onboarding.integration.webhook.DomainEvent;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.naming.ChosenName;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.OpenAccount;
import io.rocketbots.onboarding.tenancy.account.PasswordRules;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private final LockedLinks links;
    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final OpenAccount openAccount;
    private final GrantMembership grantMembership;
    private final Outbox outbox;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AcceptInvitation(
            LockedLinks links,
            Invitations invitations,
            InvitationTokens tokens,
            OpenAccount openAccount,
            GrantMembership grantMembership,
            Outbox outbox,
            Clock clock,
            ApplicationEventPublisher events) {
        this.links = links;
        this.invitations = invitations;
        this.tokens = tokens;
        this.openAccount = openAccount;
        this.grantMembership = grantMembership;
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
        return unlessDead(platform, token, link -> {
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
        return unlessDead(
                platform,
                token,
                link -> link.account()
                        .filter(account -> account.id().equals(signedIn) && account.isActive())
                        .map(account -> join(link, account))
                        .orElseGet(Result.SignInFirst::new));
    }

    private Result unlessDead(PlatformId platform, String token, Function<Open, Result> accept) {
        return switch (links.look(platform, token)) {
            case Open link -> accept.apply(link);
            case InvitationLink.Dead dead -> new Result.Dead(dead);
        };
    }

    private Result join(Open link, Account account) {
        Instant now = clock.instant();
        Invitation invitation = link.invitation();
        Account joined = grantMembership.grant(link, account, now);
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
