package io.rocketbots.onboarding.kernel.mail;

import com.google.common.base.CharMatcher;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.rocketbots.onboarding.kernel.naming.Supplier;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes mails. One template holds the words; it is run twice, with the macros of {@code _html.ftl} and with those of
 * {@code _text.ftl}, so that both parts always say the same.
 */
@Component
public class MailRendering {

    private static final String SUBJECT = "Subject: ";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEEE, d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MailTerms terms;
    private final Configuration html = configuration(HTMLOutputFormat.INSTANCE, "_html.ftl");
    private final Configuration text = configuration(PlainTextOutputFormat.INSTANCE, "_text.ftl");

    public MailRendering(MailTerms terms) {
        this.terms = terms;
    }

    private static Configuration configuration(OutputFormat format, String macros) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(MailRendering.class, "/mails"));
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ENGLISH);
        configuration.setOutputFormat(format);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.addAutoImport("mail", macros);
        return configuration;
    }

    /**
     * The mail as it goes out.
     *
     * @param brand null is Rocketbots
     */
    OutgoingMail render(
            UUID id, MailTemplate template, Addressee to, @Nullable MailBrand brand, Map<String, Object> fields) {
        if (!fields.keySet().equals(template.fields())) {
            throw new IllegalArgumentException("The mail %s needs the fields %s and was given %s."
                    .formatted(template.id(), template.fields(), fields.keySet()));
        }
        MailBrand wearing = brand == null ? rocketbots() : brand;
        Map<String, @Nullable Object> model = new HashMap<>();
        fields.forEach((name, value) -> model.put(name, readable(value)));
        model.put("brand", readable(wearing));
        model.put("to", Map.of("name", to.name(), "email", to.email()));
        String plain = run(text, template, model);
        if (!plain.startsWith(SUBJECT)) {
            throw new IllegalStateException("The mail " + template.id() + " begins with no subject.");
        }
        int subjectEnd = plain.indexOf('\n');
        return new OutgoingMail(
                "<" + id + "@" + terms.neutralDomain() + ">",
                wearing.name(),
                "no-reply@" + terms.neutralDomain(),
                wearing.supportAddress(),
                to.name(),
                to.email(),
                plain.substring(SUBJECT.length(), subjectEnd),
                run(html, template, model),
                plain.substring(subjectEnd).strip() + "\n");
    }

    private MailBrand rocketbots() {
        return new MailBrand(Supplier.NAME, "#0D6EFD", "#FFFFFF", null, terms.supportAddress(), terms.baseUrl());
    }

    private static String run(Configuration configuration, MailTemplate template, Map<String, @Nullable Object> model) {
        try {
            StringWriter written = new StringWriter();
            configuration.getTemplate(template.id() + ".ftl").process(model, written);
            return written.toString();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (TemplateException wrong) {
            throw new IllegalStateException(
                    "The mail " + template.id() + " cannot be written: " + wrong.getMessageWithoutStackTop(), wrong);
        }
    }

    /** A value as templates take it: instants in words. */
    private static Object readable(Object value) {
        return switch (value) {
            case Instant moment -> MOMENT.format(moment);
            case List<?> several ->
                several.stream().map(MailRendering::readable).toList();
            case Map<?, ?> named -> {
                Map<Object, Object> copy = new HashMap<>();
                named.forEach((name, part) -> copy.put(name, readable(part)));
                yield copy;
            }
            case MailBrand brand -> {
                Map<String, Object> copy = new HashMap<>();
                copy.put("name", brand.name());
                copy.put("themeColor", brand.themeColor());
                copy.put("textColor", brand.textColor());
                copy.put(
                        "baseUrl",
                        CharMatcher.is('/').trimTrailingFrom(brand.baseUrl().toString()));
                if (brand.logoUrl() != null) {
                    copy.put("logoUrl", brand.logoUrl().toString());
                }
                if (brand.supportAddress() != null) {
                    copy.put("supportAddress", brand.supportAddress());
                }
                yield copy;
            }
            default -> value;
        };
    }
}
