package io.rocketbots.onboarding.web.contact;

import io.rocketbots.onboarding.customer.contact.AddContact;
import io.rocketbots.onboarding.customer.contact.Contact;
import io.rocketbots.onboarding.customer.contact.ContactDraft;
import io.rocketbots.onboarding.customer.contact.ContactId;
import io.rocketbots.onboarding.customer.contact.ContactList;
import io.rocketbots.onboarding.customer.contact.Contacts;
import io.rocketbots.onboarding.customer.contact.DeleteContact;
import io.rocketbots.onboarding.customer.contact.EditContact;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of a Space's contacts, and adding, editing and deleting one. */
@Controller
@RequestMapping("/spaces/{space}/contacts")
class ContactsController {

    private static final String FORM = "contact/edit";

    private final SpacePage spacePage;
    private final ContactList list;
    private final Contacts contacts;
    private final AddContact addContact;
    private final EditContact editContact;
    private final DeleteContact deleteContact;

    ContactsController(
            SpacePage spacePage,
            ContactList list,
            Contacts contacts,
            AddContact addContact,
            EditContact editContact,
            DeleteContact deleteContact) {
        this.spacePage = spacePage;
        this.list = list;
        this.contacts = contacts;
        this.addContact = addContact;
        this.editContact = editContact;
        this.deleteContact = deleteContact;
    }

    /** A contact as it is typed; what is not posted is empty. */
    record Typed(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone) {

        ContactDraft draft() {
            return new ContactDraft(orEmpty(firstName), orEmpty(lastName), orEmpty(email), orEmpty(phone));
        }

        private static String orEmpty(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @GetMapping
    String show(
            @PathVariable UUID space,
            @ModelAttribute("place") ListPosition place,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        SpaceVisitor visitor = spacePage.enter(account, space, model);
        model.addAttribute("page", list.page(visitor.space().id(), place.wanted()));
        return "contact/contacts";
    }

    @GetMapping("/new")
    String ask(
            @PathVariable UUID space,
            @ModelAttribute("place") ListPosition place,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        spacePage.enterToChange(account, space, model);
        return form(ContactDraft.blank(), Map.of(), model);
    }

    @PostMapping
    String add(
            @PathVariable UUID space,
            @ModelAttribute("place") ListPosition place,
            Typed typed,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SpaceVisitor visitor = spacePage.enterToChange(account, space, model);
        return switch (addContact.add(visitor, typed.draft())) {
            case AddContact.Result.Added(Contact contact) -> {
                redirect.addFlashAttribute("flash", "Added: " + contact.displayName());
                yield back(space, place);
            }
            case AddContact.Result.Faulty(Map<String, String> faults) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield form(typed.draft(), faults, model);
            }
            case AddContact.Result.NoRoom() -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                // The last place may have been taken since we came in.
                spacePage.enterToChange(account, space, model);
                yield form(typed.draft(), Map.of(), model);
            }
        };
    }

    @GetMapping("/{contact}/edit")
    String askForChanges(
            @PathVariable UUID space,
            @PathVariable UUID contact,
            @ModelAttribute("place") ListPosition place,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        Contact present = find(spacePage.enterToChange(account, space, model), contact);
        model.addAttribute("contact", present);
        model.addAttribute("version", present.version());
        return form(ContactDraft.of(present), Map.of(), model);
    }

    @PostMapping("/{contact}")
    String edit(
            @PathVariable UUID space,
            @PathVariable UUID contact,
            @RequestParam(defaultValue = "0") int version,
            @ModelAttribute("place") ListPosition place,
            Typed typed,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SpaceVisitor visitor = spacePage.enterToChange(account, space, model);
        return switch (editContact.edit(visitor, new ContactId(contact), version, typed.draft())) {
            case EditContact.Result.Saved(Contact saved) -> {
                redirect.addFlashAttribute("flash", "Saved: " + saved.displayName());
                yield back(space, place);
            }
            case EditContact.Result.Faulty(Map<String, String> faults) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("contact", find(visitor, contact));
                model.addAttribute("version", version);
                yield form(typed.draft(), faults, model);
            }
            case EditContact.Result.Overtaken(Contact present) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("contact", present);
                model.addAttribute("version", present.version());
                model.addAttribute("overtaken", true);
                yield form(typed.draft(), Map.of(), model);
            }
            case EditContact.Result.Gone() -> throw new NoSuchContact();
        };
    }

    @GetMapping("/{contact}/delete")
    String askToDelete(
            @PathVariable UUID space,
            @PathVariable UUID contact,
            @ModelAttribute("place") ListPosition place,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        model.addAttribute("contact", find(spacePage.enterToChange(account, space, model), contact));
        return "contact/delete";
    }

    @PostMapping("/{contact}/delete")
    String delete(
            @PathVariable UUID space,
            @PathVariable UUID contact,
            @ModelAttribute("place") ListPosition place,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes redirect) {
        SpaceVisitor visitor = spacePage.enterToChange(account, space, model);
        contacts.find(visitor.space().id(), new ContactId(contact))
                .ifPresent(present -> redirect.addFlashAttribute("flash", "Deleted: " + present.displayName()));
        deleteContact.delete(visitor, new ContactId(contact));
        return back(space, place);
    }

    private Contact find(SpaceVisitor visitor, UUID contact) {
        SpaceId space = visitor.space().id();
        return contacts.find(space, new ContactId(contact)).orElseThrow(NoSuchContact::new);
    }

    private static String form(ContactDraft draft, Map<String, String> faults, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("faults", faults);
        return FORM;
    }

    private static String back(UUID space, ListPosition place) {
        return "redirect:/spaces/" + space + "/contacts" + place.query();
    }
}
