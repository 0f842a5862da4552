package io.rocketbots.onboarding.configuration;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.ReviewTeams;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.account.TeamMember;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the team, each a list of mailboxes as in the To of a mail: {@code Ada Example <ada@partners.example>, ...}.
 * Somebody may stand in several. The leads also do what nobody is named for. With no list at all the team stays as it is.
 *
 * @param leads they decide on tasks, cancel onboardings, suspend resellers and hear of what is overdue
 * @param reviewers they decide on tasks
 * @param keyAccounts reviewers of the large applications; without any, these come to all reviewers
 * @param ops they look after the machinery
 */
public record TeamSettings(
        @Nullable String leads,
        @Nullable String reviewers,
        @Nullable String keyAccounts,
        @Nullable String ops) {

    private static final String REVIEWERS = "reviewers";
    private static final String KEY_ACCOUNTS = "key-accounts";

    /** Whether every part of it is a mailbox. */
    public static boolean isList(String text) {
        try {
            mailboxes(text);
            return true;
        } catch (IllegalArgumentException noMailboxes) {
            return false;
        }
    }

    /** Everybody once, with all that they may do. */
    public List<TeamMember> members() {
        String allReviewers = orElse(reviewers, leads);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        add(drafts, orElse(leads, null), Role.TEAM_LEAD);
        add(drafts, orElse(ops, leads), Role.OPS);
        add(drafts, allReviewers, Role.REVIEWER, REVIEWERS);
        add(drafts, orElse(keyAccounts, allReviewers), Role.REVIEWER, KEY_ACCOUNTS);
        return drafts.values().stream().map(Draft::member).toList();
    }

    private static String orElse(@Nullable String list, @Nullable String other) {
        if (list != null && !list.isBlank()) {
            return list;
        }
        return other == null ? "" : other;
    }

    private record Draft(InternetAddress mailbox, Set<Role> roles, Set<String> teams) {

        TeamMember member() {
            String name = mailbox.getPersonal() == null ? mailbox.getAddress() : mailbox.getPersonal();
            return new TeamMember(mailbox.getAddress(), name, new Roles(roles), new ReviewTeams(teams));
        }
    }

    private static void add(Map<String, Draft> drafts, String list, Role role, String... teams) {
        for (InternetAddress mailbox : mailboxes(list)) {
            Draft draft = drafts.computeIfAbsent(
                    Account.canonical(mailbox.getAddress()),
                    unseen -> new Draft(mailbox, EnumSet.noneOf(Role.class), new HashSet<>()));
            draft.roles().add(role);
            draft.teams().addAll(Arrays.asList(teams));
        }
    }

    private static List<InternetAddress> mailboxes(String list) {
        try {
            InternetAddress[] mailboxes = InternetAddress.parse(list, true);
            for (InternetAddress mailbox : mailboxes) {
                mailbox.validate();
            }
            return List.of(mailboxes);
        } catch (AddressException fault) {
            throw new IllegalArgumentException("\"" + list + "\" is no list of mailboxes.", fault);
        }
    }
}
