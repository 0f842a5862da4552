package io.rocketbots.onboarding.web.invitation;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.InvitationState;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.integration.apikey.ApiKey;
import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerMember;
import io.rocketbots.onboarding.web.reseller.ModuleSection;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The section Team Members of the Reseller Module: who has it, and who is invited to it. */
@Component
@Order(50)
class TeamMembers implements ModuleSection {

    private final Accounts accounts;
    private final Invitations invitations;
    private final ApiKeys apiKeys;

    TeamMembers(Accounts accounts, Invitations invitations, ApiKeys apiKeys) {
        this.apiKeys = apiKeys;
        this.accounts = accounts;
        this.invitations = invitations;
    }

    /**
     * What the section shows.
     *
     * @param asOwner whether the reader owns the reseller
     */
    public record View(List<Member> members, List<Invitation> invited, boolean asOwner) {}

    /**
     * One who is in.
     *
     * @param keys how many of the API keys that are good they created
     */
    public record Member(
            AccountId account, String name, String email, boolean owner, boolean you, Instant joinedAt, int keys) {}

    @Override
    public void fill(Reseller reseller, Platform platform, Model model) {
        AccountId reader = model.getAttribute("currentAccount") instanceof CurrentAccount account ? account.id() : null;
        List<Member> members = members(reseller, reader);
        model.addAttribute(
                "teamMembers",
                new View(
                        members,
                        invited(reseller, members),
                        reseller.accountId().equals(reader)));
    }

    private List<Member> members(Reseller reseller, @Nullable AccountId reader) {
        List<AccountId> ids =
                reseller.members().stream().map(ResellerMember::accountId).toList();
        List<ApiKey> keys = apiKeys.of(reseller.id());
        Map<AccountId, Account> people =
                accounts.findAllById(ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
        return reseller.members().stream()
                .sorted(Comparator.comparing(ResellerMember::joinedAt))
                .flatMap(member -> Optional.ofNullable(people.get(member.accountId())).stream()
                        .map(account -> member(reseller, member, account, reader, keys)))
                .toList();
    }

    private static Member member(
            Reseller reseller, ResellerMember member, Account account, @Nullable AccountId reader, List<ApiKey> keys) {
        return new Member(
                account.id(),
                account.name(),
                account.email(),
                account.id().equals(reseller.accountId()),
                account.id().equals(reader),
                member.joinedAt(),
                (int) keys.stream()
                        .filter(key -> key.creator().equals(account.id()))
                        .count());
    }

    /** The latest of each address that may still be used or failed to reach anybody. */
    private List<Invitation> invited(Reseller reseller, List<Member> members) {
        Set<String> told = members.stream()
                .map(member -> member.email().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        return invitations.findByResellerIdOrderByCreatedAtDesc(reseller.id()).stream()
                .filter(invitation -> told.add(invitation.canonicalEmail()))
                .filter(invitation ->
                        invitation.state() != InvitationState.ACCEPTED && invitation.state() != InvitationState.REVOKED)
                .toList();
    }
}
