package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.RemoveSecondFactor;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.SecondFactors;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.RequiresReauthentication;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Operators see who is on the team, and help those who lost their authenticator app. Who is on it, the settings say. */
@Controller
@RequestMapping("/team/ops/team")
class TeamAccountsController {

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final RemoveSecondFactor removeSecondFactor;

    TeamAccountsController(Accounts accounts, SecondFactors secondFactors, RemoveSecondFactor removeSecondFactor) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.removeSecondFactor = removeSecondFactor;
    }

    /**
     * Somebody of the team.
     *
     * @param roles by name, in order
     * @param own whether it is the reader
     */
    public record Member(
            Account account, List<String> roles, @Nullable Instant secondFactorAt, boolean own) {}

    @GetMapping
    String show(@AuthenticationPrincipal CurrentAccount reader, Model model) {
        List<Member> members = accounts.team().stream()
                .map(account -> new Member(
                        account,
                        account.roles().all().stream().map(Role::name).sorted().toList(),
                        secondFactors.setUpAt(account.id()).orElse(null),
                        account.id().equals(reader.id())))
                .toList();
        model.addAttribute("members", members);
        return "team/accounts";
    }

    /** Nobody does it for themselves: whoever is signed in can set up another app. */
    @PostMapping("/{id}/reset-second-factor")
    @RequiresReauthentication(to = "reset the second factor of a colleague", back = "/team/ops/team")
    String resetSecondFactor(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount reader, RedirectAttributes flash) {
        Account member = accounts.findById(new AccountId(id))
                .filter(account -> account.roles().isStaff() && !account.id().equals(reader.id()))
                .orElseThrow(NothingHere::new);
        boolean reset = removeSecondFactor.reset(member.id());
        flash.addFlashAttribute(
                "flash",
                reset
                        ? member.name() + " is signed out everywhere, and sets up another app at the next sign-in."
                        : member.name() + " has no second factor any more.");
        return "redirect:/team/ops/team";
    }
}
