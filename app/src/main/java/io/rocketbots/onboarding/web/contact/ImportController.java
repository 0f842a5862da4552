package io.rocketbots.onboarding.web.contact;

import io.rocketbots.onboarding.customer.contact.ContactImport;
import io.rocketbots.onboarding.customer.contact.ContactImports;
import io.rocketbots.onboarding.customer.contact.ImportId;
import io.rocketbots.onboarding.customer.contact.StartImport;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports of contacts: starting one, watching it, and what it could not take. */
@Controller
@RequestMapping("/spaces/{space}/contacts/imports")
class ImportController {

    private static final String FORM = "contact/imports";

    private final SpacePage spacePage;
    private final StartImport startImport;
    private final ContactImports imports;

    ImportController(SpacePage spacePage, StartImport startImport, ContactImports imports) {
        this.spacePage = spacePage;
        this.startImport = startImport;
        this.imports = imports;
    }

    @GetMapping
    String ask(@PathVariable UUID space, @AuthenticationPrincipal CurrentAccount account, Model model) {
        return form(spacePage.enter(account, space, model), null, model);
    }

    @PostMapping
    String start(
            @PathVariable UUID space,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SpaceVisitor visitor = spacePage.enterToChange(account, space, model);
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(visitor, "Choose a file with contacts in it.", model);
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (startImport.start(visitor, account.name(), name, file.getSize(), file::getInputStream)) {
            case StartImport.Result.Started(ImportId id) ->
                "redirect:/spaces/" + space + "/contacts/imports/" + id.value();
            case StartImport.Result.Unusable(String reason) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield form(visitor, reason, model);
            }
            case StartImport.Result.TooLarge(String reason) -> {
                response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
                yield form(visitor, reason, model);
            }
        };
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID space,
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        model.addAttribute("import", find(spacePage.enter(account, space, model), id));
        return "contact/import";
    }

    @GetMapping("/{id}/errors.csv")
    void errors(
            @PathVariable UUID space,
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            HttpServletResponse response)
            throws IOException {
        ContactImport found = find(spacePage.enter(account, space, model), id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("import-errors.csv")
                        .build()
                        .toString());
        imports.writeErrors(found.id(), response.getWriter());
    }

    private ContactImport find(SpaceVisitor visitor, UUID id) {
        return imports.find(visitor.space().id(), new ImportId(id)).orElseThrow(NoSuchContact::new);
    }

    private String form(SpaceVisitor visitor, @Nullable String fault, Model model) {
        if (fault != null) {
            model.addAttribute("fault", fault);
        }
        model.addAttribute("imports", imports.latest(visitor.space().id()));
        return FORM;
    }
}
