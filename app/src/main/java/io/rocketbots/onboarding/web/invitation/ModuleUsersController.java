package io.rocketbots.onboarding.web.invitation;

import io.rocketbots.onboarding.customer.invitation.ChangeMember;
import io.rocketbots.onboarding.customer.invitation.InviteToSpace;
import io.rocketbots.onboarding.customer.invitation.ResendInvitation;
import io.rocketbots.onboarding.customer.invitation.RevokeInvitation;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.space.DialogAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dialogs Add Users and Users of the Reseller Module, each a page of its own without scripts. */
@Controller
@RequestMapping("/reseller/spaces/{space}/users")
class ModuleUsersController {

    private static final String ADD = "add-users";
    private static final String USERS = "users";

    private final ModulePage page;
    private final Spaces spaces;
    private final SpaceUsers users;
    private final InviteToSpace inviteToSpace;
    private final ResendInvitation resendInvitation;
    private final RevokeInvitation revokeInvitation;
    private final ChangeMember changeMember;

    ModuleUsersController(
            ModulePage page,
            Spaces spaces,
            SpaceUsers users,
            InviteToSpace inviteToSpace,
            ResendInvitation resendInvitation,
            RevokeInvitation revokeInvitation,
            ChangeMember changeMember) {
        this.page = page;
        this.spaces = spaces;
        this.users = users;
        this.inviteToSpace = inviteToSpace;
        this.resendInvitation = resendInvitation;
        this.revokeInvitation = revokeInvitation;
        this.changeMember = changeMember;
    }

    /** What every answer needs: who asks, about which Space, and whether the module's dialog shows it. */
    private record Asked(SpaceVisitor visitor, boolean live, boolean inPlace) {}

    @GetMapping("/new")
    String form(
            @PathVariable UUID space,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        return form(asked(account, space, htmx), "", Map.of(), model);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable UUID space,
            @RequestParam(defaultValue = "") String emails,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal CurrentAccount account,
            DialogAnswer answer,
            Model model,
            HttpServletResponse response) {
        Asked asked = asked(account, space, htmx);
        return switch (inviteToSpace.invite(asked.visitor(), emails, SpaceRole.OWNER)) {
            case InviteToSpace.Result.Faulty(Map<String, String> problems) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield new ModelAndView(again(form(asked, emails, problems, model), response));
            }
            case InviteToSpace.Result.Done done
            when done.invited().isEmpty() -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                Map<String, String> problems = Map.of("emails", SpaceUsers.inWords(done));
                yield new ModelAndView(again(form(asked, emails, problems, model), response));
            }
            case InviteToSpace.Result.Done done -> answer.done(SpaceUsers.inWords(done));
        };
    }

    @GetMapping
    String list(
            @PathVariable UUID space,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        return list(asked(account, space, htmx), model);
    }

    @PostMapping("/invitations/{id}/resend")
    String resend(
            @PathVariable UUID space,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Asked asked = asked(account, space, htmx);
        UserChangeMessage said = UserChangeMessage.of(resendInvitation.resend(asked.visitor(), new InvitationId(id)));
        return after(asked, said, model, redirect, response);
    }

    @PostMapping("/invitations/{id}/revoke")
    String revoke(
            @PathVariable UUID space,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Asked asked = asked(account, space, htmx);
        UserChangeMessage said =
                UserChangeMessage.ofRevoking(revokeInvitation.revoke(asked.visitor(), new InvitationId(id)));
        return after(asked, said, model, redirect, response);
    }

    @PostMapping("/{member}/remove")
    String remove(
            @PathVariable UUID space,
            @PathVariable UUID member,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Asked asked = asked(account, space, htmx);
        UserChangeMessage said = UserChangeMessage.of(
                changeMember.remove(asked.visitor(), new AccountId(member)),
                "Removed. They cannot enter the Space any more.");
        return after(asked, said, model, redirect, response);
    }

    private String after(
            Asked asked,
            UserChangeMessage said,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (asked.inPlace()) {
            model.addAttribute("said", said);
            return again(list(asked, model), response);
        }
        if (said.refused()) {
            model.addAttribute("said", said);
            response.setStatus(HttpStatus.CONFLICT.value());
            return list(asked, model);
        }
        redirect.addFlashAttribute("flash", said.words());
        return "redirect:/reseller/spaces/" + asked.visitor().space().id().value() + "/users";
    }

    private static String again(String view, HttpServletResponse response) {
        // What was refused is shown in place too, which htmx does only when told.
        response.setHeader("HX-Reswap", "innerHTML");
        return view;
    }

    private String list(Asked asked, Model model) {
        model.addAttribute("users", users.seenBy(asked.visitor()));
        return view(USERS, "Users", asked, model);
    }

    private static String form(Asked asked, String typed, Map<String, String> problems, Model model) {
        model.addAttribute("emails", typed);
        model.addAttribute("problems", problems);
        return view(ADD, "Add Users", asked, model);
    }

    private static String view(String name, String title, Asked asked, Model model) {
        model.addAttribute("title", title);
        model.addAttribute("part", name);
        model.addAttribute("space", asked.visitor().space());
        model.addAttribute("live", asked.live());
        model.addAttribute("inPlace", asked.inPlace());
        return asked.inPlace() ? "invitation/_" + name : "invitation/module-page";
    }

    private Asked asked(CurrentAccount account, UUID id, @Nullable String htmx) {
        Reseller reseller = page.resellerOf(account).orElseThrow(NoReseller::new);
        Space space = spaces.findByIdAndPlatformId(new SpaceId(id), PlatformId.of(reseller.id()))
                .filter(found -> found.state() != SpaceState.DELETED && found.state() != SpaceState.REJECTED)
                .orElseThrow(NoSuchPlace::new);
        return new Asked(
                new SpaceVisitor(space, account.id(), SpaceRole.OWNER, true),
                reseller.state() != ResellerState.ONBOARDING,
                htmx != null);
    }
}
