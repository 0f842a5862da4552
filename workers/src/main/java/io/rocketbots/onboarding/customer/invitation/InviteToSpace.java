package io.rocketbots.onboarding.customer.invitation;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceRoster;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.form.EmailAddress;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.SignIn;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people into a Space by mail. While the Reseller Platform is not live, invitations are only prepared; {@link
 * ReleaseInvitations} sends them out.
 */
@Component
public class InviteToSpace {

    /** At once; whoever has more to invite does it in turns. */
    static final int AT_ONCE = 50;

    /** In characters: that many addresses, each with a name before it. */
    private static final int LONGEST_LIST = 50_000;

    private static final Splitter LIST = Splitter.on(CharMatcher.anyOf(",;\r\n"));

    private final Invitations invitations;
    private final SpaceRoster roster;
    private final SpaceMembers members;
    private final Resellers resellers;
    private final SignIn signIn;
    private final Outbox outbox;
    private final InvitationTerms terms;
    private final Clock clock;

    InviteToSpace(
            Invitations invitations,
            SpaceRoster roster,
            SpaceMembers members,
            Resellers resellers,
            SignIn signIn,
            Outbox outbox,
            InvitationTerms terms,
            Clock clock) {
        this.invitations = invitations;
        this.roster = roster;
        this.members = members;
        this.resellers = resellers;
        this.signIn = signIn;
        this.outbox = outbox;
        this.terms = terms;
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Result {

        /**
         * Every address was looked at.
         *
         * @param prepared whether mails go out only when the platform is live
         */
        record Done(List<Answer> answers, boolean prepared) implements Result {

            public List<Answer> invited() {
                return answers.stream()
                        .filter(answer -> answer.what() == What.INVITED)
                        .toList();
            }
        }

        /** Nobody was invited: what to correct, by field ({@code emails}, {@code role}). */
        record Faulty(Map<String, String> problems) implements Result {}
    }

    /** What became of one address. */
    public enum What {
        INVITED(""),
        ALREADY_MEMBER(" is in this Space already."),
        ALREADY_INVITED(" is invited already."),
        IS_RESELLER(" has access as the reseller already.");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    /**
     * One address and what became of it.
     *
     * @param invitation only when it was invited now
     */
    public record Answer(String email, What what, @Nullable InvitationId invitation) {

        /** What the person reads about an address that was not invited. */
        public String sentence() {
            return email + what.words;
        }
    }

    /**
     * Invites one or several.
     *
     * @param by who invites, and as what; see {@link io.rocketbots.onboarding.customer.space.SpaceAccess}
     * @param typed addresses, separated by commas, semicolons or line ends
     */
    @Transactional
    public Result invite(SpaceVisitor by, String typed, SpaceRole role) {
        if (typed.length() > LONGEST_LIST) {
            return new Result.Faulty(Map.of(
                    "emails",
                    "This list has more than " + LONGEST_LIST + " characters. Invite at most " + AT_ONCE
                            + " people at once."));
        }
        Map<String, String> addresses = addresses(typed);
        Map<String, String> problems = new LinkedHashMap<>();
        problemOf(addresses).ifPresent(problem -> problems.put("emails", problem));
        if (!by.role().mayInvite(role)) {
            problems.put("role", "You cannot invite somebody as " + role.label() + ".");
        }
        if (!isAlive(by.space())) {
            problems.put("emails", "This Space is closed, so nobody can be invited.");
        }
        if (!problems.isEmpty()) {
            return new Result.Faulty(problems);
        }
        Instant now = clock.instant();
        long lately = invitations.countByInvitedByAndCreatedAtAfter(by.account(), now.minus(terms.within()));
        if (lately + addresses.size() > terms.most()) {
            return new Result.Faulty(Map.of(
                    "emails", "You have invited many people in a short time. Wait a while before you invite more."));
        }
        boolean live = isLive(by.space());
        roster.lock(by.space().id());
        List<Answer> answers = new ArrayList<>();
        addresses.forEach((canonical, email) -> answers.add(invite(by, canonical, email, role, live, now)));
        return new Result.Done(List.copyOf(answers), !live);
    }

    private Answer invite(SpaceVisitor by, String canonical, String email, SpaceRole role, boolean live, Instant now) {
        Space space = by.space();
        Optional<Account> account = signIn.find(space.platformId(), email);
        if (account.isPresent()) {
            if (!account.get().platformId().equals(space.platformId())) {
                return new Answer(email, What.IS_RESELLER, null);
            }
            if (members.findBySpaceIdAndAccountId(space.id(), account.get().id())
                    .isPresent()) {
                return new Answer(email, What.ALREADY_MEMBER, null);
            }
        }
        if (invitations
                .findByOpenKey(Invitation.openKey(space.id().value(), canonical))
                .isPresent()) {
            return new Answer(email, What.ALREADY_INVITED, null);
        }
        Invitation prepared = Invitation.toSpace(by, email, role, now);
        Invitation invitation = invitations.save(live ? prepared.open(now, terms.validFor()) : prepared);
        if (live) {
            UUID id = invitation.id().value();
            outbox.put(MessageTypes.INVITATION_REQUESTED, id, id.toString(), new ForInvitation(id));
        }
        return new Answer(email, What.INVITED, invitation.id());
    }

    private static boolean isAlive(Space space) {
        return switch (space.state()) {
            case WAITING_FOR_DOMAIN, REQUESTED, ACTIVE, SUSPENDED -> true;
            case CANCELLED, REJECTED, DELETED -> false;
        };
    }

    /** Waits for a platform that goes live at this moment, which would not see an invitation prepared beside it. */
    private boolean isLive(Space space) {
        Optional<ResellerId> owner = space.platformId().reseller();
        if (owner.isEmpty()) {
            return true;
        }
        return resellers.lock(owner.get()).state() != ResellerState.ONBOARDING;
    }

    /** The addresses as typed, by the form in which they are compared; the order stays. */
    private static Map<String, String> addresses(String typed) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (String part : LIST.split(typed)) {
            String text = part.strip();
            // As mail programs copy them: Ada Example <ada@acme.example>
            int begin = text.lastIndexOf('<');
            String email = begin >= 0 && text.endsWith(">") ? text.substring(begin + 1, text.length() - 1) : text;
            if (!email.isEmpty()) {
                addresses.putIfAbsent(Account.canonical(email), email);
            }
        }
        return addresses;
    }

    private static Optional<String> problemOf(Map<String, String> addresses) {
        if (addresses.isEmpty()) {
            return Optional.of("Enter an email address, for example name@company.example.");
        }
        List<String> bad = addresses.values().stream()
                .filter(email -> !EmailAddress.isOne(email))
                .map(email -> "“" + shortened(email) + "”")
                .toList();
        if (bad.size() == 1) {
            return Optional.of(bad.getFirst() + " is not an email address.");
        }
        if (!bad.isEmpty()) {
            String some = String.join(", ", bad.subList(0, Math.min(5, bad.size())));
            return Optional.of("These are not email addresses: " + some + (bad.size() > 5 ? " and more." : "."));
        }
        return addresses.size() > AT_ONCE
                ? Optional.of("Invite at most " + AT_ONCE + " people at once; these are " + addresses.size() + ".")
                : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
