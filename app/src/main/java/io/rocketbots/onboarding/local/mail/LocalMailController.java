package io.rocketbots.onboarding.local.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the caught mails like a mail program: the list on the left, the mail on the right. */
@Controller
@Profile("local")
class LocalMailController {

    /**
     * A mail may look as it likes, but run nothing, load pictures only, and open its links in a tab of their own. Its
     * own scripts are refused by default-src; the sandbox allows scripts for tools that drive a browser.
     */
    private static final String POLICY = "default-src 'none'; img-src * data:; style-src 'unsafe-inline';"
            + " frame-ancestors 'self'; sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox";

    private final CaughtMails mails;

    LocalMailController(CaughtMails mails) {
        this.mails = mails;
    }

    /** One mail, as tests and tools read it. */
    record MailJson(UUID id, String to, String from, String subject, String text, String html, Instant sentAt) {

        static MailJson of(CaughtMail mail) {
            return new MailJson(
                    mail.id(), mail.to(), mail.from(), mail.subject(), mail.text(), mail.html(), mail.sentAt());
        }
    }

    @GetMapping("/local/mail")
    String list(@RequestParam(defaultValue = "") String to, Model model) {
        return show(to, null, "html", model);
    }

    @GetMapping("/local/mail/{id}")
    String mail(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "html") String part,
            Model model) {
        Optional<CaughtMail> mail = mails.find(id);
        return mail.isEmpty() ? "redirect:/local/mail" : show(to, mail.get(), part, model);
    }

    @GetMapping("/local/mail/{id}/html")
    ResponseEntity<byte[]> html(@PathVariable UUID id) {
        return mails.find(id)
                .map(mail -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Security-Policy", POLICY)
                        .body(inNewTabs(mail.html()).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String inNewTabs(String html) {
        return html.replace("<head>", "<head><base target=\"_blank\">");
    }

    /** JSON whatever is accepted, so that a browser shows it too. */
    @GetMapping("/local/mail.json")
    ResponseEntity<List<MailJson>> json(@RequestParam(defaultValue = "") String to) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(mails.to(to).stream().map(MailJson::of).toList());
    }

    private String show(String to, @Nullable CaughtMail mail, String part, Model model) {
        model.addAttribute("to", to);
        model.addAttribute("mails", mails.to(to));
        model.addAttribute("part", part);
        if (mail != null) {
            model.addAttribute("mail", mail);
        }
        return "local/mail";
    }
}
