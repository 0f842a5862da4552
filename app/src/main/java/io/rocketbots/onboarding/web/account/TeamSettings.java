package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.account.Account;
import io.rocketbots.onboarding.account.ReviewTeams;
import io.rocketbots.onboarding.account.Role;
import io.rocketbots.onboarding.account.Roles;
import io.rocketbots.onboarding.account.TeamMember;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is on the team, each a list of mailboxes as in the To of a mail: {@code Ada Example <ada@partners.example>, ...}.
 * Somebody may stand in several. The leads also do what nobody is named for. With no list at all the team stays as it is.
 *
 * @param leads they decide on tasks, suspend resellers and hear of what is overdue
 * @param reviewers they decide on tasks
 * @param keyAccounts reviewers of the large applications; without any, these come to all reviewers
 * @param ops they look after the machinery
 */
public record TeamSettings(
        @DefaultValue("") String leads,
        @DefaultValue("") String reviewers,
        @DefaultValue("") String keyAccounts,
        @DefaultValue("") String ops) {

    private static final String REVIEWERS = "reviewers";
    private static final String KEY_ACCOUNTS = "key-accounts";

    public TeamSettings {
        Stream.of(leads, reviewers, keyAccounts, ops).forEach(TeamSettings::mailboxes);
        if (leads.isBlank() && !(reviewers + keyAccounts + ops).isBlank()) {
            throw new IllegalArgumentException("Set onboarding.team.leads, too: a team needs somebody who leads it.");
        }
    }

    /** Everybody once, with all that they may do. */
    List<TeamMember> members() {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        add(drafts, leads, Role.TEAM_LEAD);
        add(drafts, ops.isBlank() ? leads : ops, Role.OPS);
        String allReviewers = reviewers.isBlank() ? leads : reviewers;
        add(drafts, allReviewers, Role.REVIEWER, REVIEWERS);
        add(drafts, keyAccounts.isBlank() ? allReviewers : keyAccounts, Role.REVIEWER, KEY_ACCOUNTS);
        return drafts.values().stream().map(Draft::member).toList();
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
            throw new IllegalArgumentException(
                    "\"%s\" under onboarding.team is no list of mailboxes such as \"Ada Example <ada@partners.example>\": %s."
                            .formatted(list, fault.getMessage()),
                    fault);
        }
    }
}
