package io.rocketbots.onboarding.web.invitation;

import io.rocketbots.onboarding.customer.invitation.ChangeTeam;
import io.rocketbots.onboarding.customer.invitation.InviteMember;
import io.rocketbots.onboarding.customer.invitation.ResendInvitation;
import io.rocketbots.onboarding.customer.invitation.RevokeInvitation;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.SessionEstablishment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the section Team Members of the Reseller Module does. */
@Controller
@RequestMapping("/reseller/team-members")
class TeamMembersController {

    private static final String BACK = "redirect:/reseller#team-members";
    private static final String DONE = "teamMembersDone";

    private final ModulePage page;
    private final InviteMember inviteMember;
    private final ResendInvitation resendInvitation;
    private final RevokeInvitation revokeInvitation;
    private final ChangeTeam changeTeam;
    private final Accounts accounts;
    private final SessionEstablishment entry;

    TeamMembersController(
            ModulePage page,
            InviteMember inviteMember,
            ResendInvitation resendInvitation,
            RevokeInvitation revokeInvitation,
            ChangeTeam changeTeam,
            Accounts accounts,
            SessionEstablishment entry) {
        this.page = page;
        this.inviteMember = inviteMember;
        this.resendInvitation = resendInvitation;
        this.revokeInvitation = revokeInvitation;
        this.changeTeam = changeTeam;
        this.accounts = accounts;
        this.entry = entry;
    }

    @PostMapping
    String invite(
            @RequestParam(defaultValue = "") String email,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        return switch (invite(reseller, account, email)) {
            case InviteMember.Result.Invited invited -> {
                redirect.addFlashAttribute(DONE, "Invited " + email.strip() + ". The mail is on its way.");
                yield BACK;
            }
            case InviteMember.Result.Refused(String problem) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("teamMemberProblem", problem);
                model.addAttribute("teamMemberTyped", email);
                yield page.show(reseller, platform, model);
            }
        };
    }

    private InviteMember.Result invite(Reseller reseller, CurrentAccount account, String email) {
        try {
            return inviteMember.invite(reseller.id(), account.id(), email);
        } catch (DataIntegrityViolationException overtaken) {
            return new InviteMember.Result.Refused(email.strip() + " is invited already.");
        }
    }

    @PostMapping("/invitations/{id}/resend")
    String resend(
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        UserChangeMessage said = UserChangeMessage.of(resendInvitation.resend(reseller.id(), new InvitationId(id)));
        return after(said, account, platform, model, redirect, response);
    }

    @PostMapping("/invitations/{id}/revoke")
    String revoke(
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        UserChangeMessage said =
                UserChangeMessage.ofRevoking(revokeInvitation.revoke(reseller.id(), new InvitationId(id)));
        return after(said, account, platform, model, redirect, response);
    }

    @PostMapping("/{member}/remove")
    String remove(
            @PathVariable UUID member,
            @RequestParam(defaultValue = "false") boolean revokeKeys,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        UserChangeMessage said = tried(
                () -> changeTeam.remove(reseller.id(), account.id(), new AccountId(member), revokeKeys),
                "Removed. Their sessions have ended"
                        + (revokeKeys
                                ? ", and the API keys that they created are revoked."
                                : ". Revoke API keys that they know."));
        return after(said, account, platform, model, redirect, response);
    }

    @PostMapping("/{member}/transfer")
    String transfer(
            @PathVariable UUID member,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        UserChangeMessage said = tried(
                () -> changeTeam.transfer(reseller.id(), account.id(), new AccountId(member)),
                "The ownership is transferred. Both of you get a mail about it.");
        return after(said, account, platform, model, redirect, response);
    }

    /** Whoever leaves keeps the account, which is at home on the supplier's platform only. */
    @PostMapping("/leave")
    String leave(
            @RequestParam(defaultValue = "false") boolean revokeKeys,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        UserChangeMessage said =
                tried(() -> changeTeam.remove(reseller.id(), account.id(), account.id(), revokeKeys), "");
        if (said.refused()) {
            return after(said, account, platform, model, redirect, response);
        }
        if (!platform.isRocketbots()) {
            return "redirect:/sign-in";
        }
        Account left = accounts.get(account.id());
        entry.stay(left, request);
        redirect.addFlashAttribute("flash", "You have left the team of " + reseller.companyName() + ".");
        return "redirect:/spaces";
    }

    private interface Change {
        ChangeTeam.Result make();
    }

    private static UserChangeMessage tried(Change change, String done) {
        try {
            return UserChangeMessage.of(change.make(), done);
        } catch (OptimisticLockingFailureException overtaken) {
            return UserChangeMessage.overtaken();
        }
    }

    private String after(
            UserChangeMessage said,
            CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (said.refused()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("teamMembersRefused", said.words());
            return page.show(resellerOf(account), platform, model);
        }
        redirect.addFlashAttribute(DONE, said.words());
        return BACK;
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }
}
