package io.rocketbots.onboarding.local.dns;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows and changes the records of the local zones. */
@Controller
@Profile("local")
@RequestMapping("/local/dns")
class LocalDnsController {

    private static final String VIEW = "local/dns";
    private static final String BACK = "redirect:/local/dns";

    private final LocalRecords records;

    LocalDnsController(LocalRecords records) {
        this.records = records;
    }

    /** What the one form on the page is for. */
    private enum Mode {
        /** Offers itself below the list. */
        READY,
        /** Somebody asked to add a record. */
        ADDING,
        EDITING
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String add,
            @RequestParam(required = false) @Nullable UUID edit,
            Model model) {
        Optional<LocalRecord> edited = Optional.ofNullable(edit).flatMap(records::find);
        if (edited.isPresent()) {
            return page(RecordForm.of(edited.get()), Mode.EDITING, edit, model);
        }
        return page(RecordForm.blank(), add == null ? Mode.READY : Mode.ADDING, null, model);
    }

    @PostMapping
    String save(
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String ttl,
            @RequestParam(required = false) @Nullable String add,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        RecordForm typed = RecordForm.typed(name, type, value, ttl);
        if (add != null && typed.isBlank()) {
            return BACK + "?add";
        }
        RecordForm form = typed.checked(id, records);
        if (form.isFaulty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(form, id == null ? Mode.ADDING : Mode.EDITING, id, model);
        }
        LocalRecord record = form.record(id == null ? UUID.randomUUID() : id);
        records.save(record);
        redirect.addFlashAttribute("flash", "Saved: " + record.name() + " " + record.type() + " " + record.content());
        return BACK;
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        records.find(id)
                .ifPresent(record ->
                        redirect.addFlashAttribute("flash", "Deleted: " + record.name() + " " + record.type()));
        records.delete(id);
        return BACK;
    }

    private String page(RecordForm form, Mode mode, @Nullable UUID id, Model model) {
        Map<String, List<LocalRecord>> zones = records.all().stream()
                .collect(Collectors.groupingBy(LocalRecord::zone, TreeMap::new, Collectors.toList()));
        model.addAttribute("zones", zones);
        model.addAttribute("types", RecordType.values());
        model.addAttribute("form", form);
        model.addAttribute("mode", mode.name());
        if (id != null) {
            model.addAttribute("id", id);
        }
        return VIEW;
    }
}
