package io.rocketbots.onboarding.web.invitation;

import io.rocketbots.onboarding.customer.invitation.ChangeMember;
import io.rocketbots.onboarding.customer.invitation.InviteToSpace;
import io.rocketbots.onboarding.customer.invitation.ResendInvitation;
import io.rocketbots.onboarding.customer.invitation.RevokeInvitation;
import io.rocketbots.onboarding.customer.space.SpaceAccess;
import io.rocketbots.onboarding.customer.space.SpaceHistory;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of a Space: its users, and who was in it when. */
@Controller
@RequestMapping("/spaces/{space}")
class SpaceSettingsController {

    private static final int HISTORY = 100;

    private final SpaceAccess access;
    private final SpaceUsers users;
    private final SpaceHistory history;
    private final InviteToSpace inviteToSpace;
    private final ResendInvitation resendInvitation;
    private final RevokeInvitation revokeInvitation;
    private final ChangeMember changeMember;

    SpaceSettingsController(
            SpaceAccess access,
            SpaceUsers users,
            SpaceHistory history,
            InviteToSpace inviteToSpace,
            ResendInvitation resendInvitation,
            RevokeInvitation revokeInvitation,
            ChangeMember changeMember) {
        this.access = access;
        this.users = users;
        this.history = history;
        this.inviteToSpace = inviteToSpace;
        this.resendInvitation = resendInvitation;
        this.revokeInvitation = revokeInvitation;
        this.changeMember = changeMember;
    }

    @GetMapping
    String enter(@PathVariable UUID space, @AuthenticationPrincipal CurrentAccount account) {
        return "redirect:/spaces/" + visitor(account, space).space().id().value() + "/contacts";
    }

    @GetMapping("/settings")
    String settings(@PathVariable UUID space, @AuthenticationPrincipal CurrentAccount account) {
        return back(visitor(account, space));
    }

    @GetMapping("/settings/users")
    String users(@PathVariable UUID space, @AuthenticationPrincipal CurrentAccount account, Model model) {
        return page(visitor(account, space), model);
    }

    @PostMapping("/settings/users")
    String invite(
            @PathVariable UUID space,
            @RequestParam(defaultValue = "") String email,
            @RequestParam SpaceRole role,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SpaceVisitor visitor = visitor(account, space);
        return switch (inviteToSpace.invite(visitor, email, role)) {
            case InviteToSpace.Result.Faulty(Map<String, String> problems) -> {
                response.setStatus(
                        problems.containsKey("role") ? HttpStatus.FORBIDDEN.value() : HttpStatus.BAD_REQUEST.value());
                model.addAttribute("problems", problems);
                model.addAttribute("typedEmail", email);
                model.addAttribute("typedRole", role.name());
                yield page(visitor, model);
            }
            case InviteToSpace.Result.Done done ->
                after(
                        visitor,
                        new UserChangeMessage(
                                SpaceUsers.inWords(done), done.invited().isEmpty()),
                        model,
                        redirect,
                        response);
        };
    }

    @PostMapping("/settings/users/invitations/{id}/resend")
    String resend(
            @PathVariable UUID space,
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SpaceVisitor visitor = visitor(account, space);
        UserChangeMessage said = UserChangeMessage.of(resendInvitation.resend(visitor, new InvitationId(id)));
        return after(visitor, said, model, redirect, response);
    }

    @PostMapping("/settings/users/invitations/{id}/revoke")
    String revoke(
            @PathVariable UUID space,
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SpaceVisitor visitor = visitor(account, space);
        UserChangeMessage said = UserChangeMessage.ofRevoking(revokeInvitation.revoke(visitor, new InvitationId(id)));
        return after(visitor, said, model, redirect, response);
    }

    @PostMapping("/settings/users/{member}/role")
    String changeRole(
            @PathVariable UUID space,
            @PathVariable UUID member,
            @RequestParam SpaceRole role,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SpaceVisitor visitor = visitor(account, space);
        UserChangeMessage said = UserChangeMessage.of(
                changeMember.change(visitor, new AccountId(member), role), "The role is " + role.label() + " now.");
        return after(visitor, said, model, redirect, response);
    }

    @PostMapping("/settings/users/{member}/remove")
    String remove(
            @PathVariable UUID space,
            @PathVariable UUID member,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SpaceVisitor visitor = visitor(account, space);
        AccountId who = new AccountId(member);
        UserChangeMessage said = UserChangeMessage.of(
                changeMember.remove(visitor, who), "Removed. They cannot enter the Space any more.");
        if (!said.refused() && who.equals(account.id())) {
            redirect.addFlashAttribute(
                    "flash", "You have left " + visitor.space().name() + ".");
            return "redirect:/spaces";
        }
        return after(visitor, said, model, redirect, response);
    }

    private String after(
            SpaceVisitor visitor,
            UserChangeMessage said,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (said.refused()) {
            model.addAttribute("said", said);
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(visitor, model);
        }
        redirect.addFlashAttribute("flash", said.words());
        return back(visitor);
    }

    private static String back(SpaceVisitor visitor) {
        return "redirect:/spaces/" + visitor.space().id().value() + "/settings/users";
    }

    private String page(SpaceVisitor visitor, Model model) {
        model.addAttribute("visitor", visitor);
        model.addAttribute("space", visitor.space());
        model.addAttribute("users", users.seenBy(visitor));
        if (visitor.role() == SpaceRole.OWNER) {
            model.addAttribute("history", history.latest(visitor.space().id(), HISTORY));
        }
        return "invitation/space-users";
    }

    private SpaceVisitor visitor(CurrentAccount account, UUID space) {
        return access.of(account.id(), account.platform().id(), new SpaceId(space))
                .orElseThrow(NoSuchPlace::new);
    }
}
