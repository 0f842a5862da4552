package io.rocketbots.onboarding.local.dns;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was typed. Refuses what a DNS provider refuses: contents that do not fit the type, and a CNAME record
 * beside others of the same name (<a href="https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2">RFC 1034</a>).
 */
public record RecordForm(String name, String type, String value, String ttl, Map<String, String> faults) {

    private static final Pattern NAME =
            Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_NAME = 253;
    private static final Pattern TTL = Pattern.compile("\\d{1,6}");
    private static final int LONGEST_VALUE = 1000;
    private static final int LONGEST_TTL = 86_400;

    /** Nothing typed yet. */
    static RecordForm blank() {
        return new RecordForm("", RecordType.CNAME.name(), "", "60", Map.of());
    }

    static RecordForm of(LocalRecord record) {
        return new RecordForm(
                record.name(), record.type().name(), record.content(), String.valueOf(record.ttl()), Map.of());
    }

    static RecordForm typed(String name, String type, String value, String ttl) {
        return new RecordForm(name.strip(), type.strip(), value.strip(), ttl.strip(), Map.of());
    }

    boolean isBlank() {
        return name.isEmpty() && value.isEmpty();
    }

    /** What is wrong with the field of that name. */
    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** The same with what is wrong, looked at beside the records that there are. */
    RecordForm checked(@Nullable UUID id, LocalRecords records) {
        Map<String, String> found = new LinkedHashMap<>();
        if (!isName(name)) {
            found.put("name", "Enter the full name of the record, for example chat.acme.localhost.");
        }
        Optional<RecordType> known = knownType();
        if (known.isEmpty()) {
            found.put("type", "Choose one of the types.");
        }
        if (ttlSeconds() < 1 || ttlSeconds() > LONGEST_TTL) {
            found.put("ttl", "Enter a number of seconds from 1 to " + LONGEST_TTL + ".");
        }
        known.ifPresent(kind -> valueFault(kind).ifPresent(fault -> found.put("value", fault)));
        if (found.isEmpty()) {
            conflict(id, known.orElseThrow(), records).ifPresent(fault -> found.put("name", fault));
        }
        return new RecordForm(name, type, value, ttl, found);
    }

    LocalRecord record(UUID id) {
        RecordType kind = knownType().orElseThrow();
        return new LocalRecord(id, plain(name), kind, content(kind), ttlSeconds());
    }

    private Optional<RecordType> knownType() {
        return Arrays.stream(RecordType.values())
                .filter(kind -> kind.name().equals(type))
                .findFirst();
    }

    private Optional<String> valueFault(RecordType kind) {
        boolean readable = switch (kind) {
            case CNAME -> isName(value);
            case TXT -> !value.isEmpty() && value.length() <= LONGEST_VALUE;
            case A, AAAA, CAA -> new LocalRecord(UUID.randomUUID(), "a.localhost", kind, value, 1).isReadable();
        };
        if (readable) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case CNAME -> "Enter the name it leads to, for example shops.example.localhost.";
                    case TXT -> "Enter a text of at most " + LONGEST_VALUE + " characters.";
                    case A -> "Enter an IPv4 address, for example 198.51.100.4.";
                    case AAAA -> "Enter an IPv6 address, for example 2001:db8::4.";
                    case CAA -> "Enter flags, tag and value, for example 0 issue \"letsencrypt.org\".";
                });
    }

    private Optional<String> conflict(@Nullable UUID id, RecordType kind, LocalRecords records) {
        return records.at(plain(name)).stream()
                .filter(other -> !other.id().equals(id))
                .filter(other -> kind == RecordType.CNAME || other.type() == RecordType.CNAME)
                .findFirst()
                .map(other -> other.type() == RecordType.CNAME
                        ? "There is a CNAME record of this name. Nothing else can stand beside it: edit or delete it first."
                        : "There is a record of type " + other.type()
                                + " of this name. A CNAME record cannot stand beside it: delete it first.");
    }

    private String content(RecordType kind) {
        return kind == RecordType.CNAME ? plain(value) : value;
    }

    private static boolean isName(String typed) {
        String plain = plain(typed);
        return plain.length() <= LONGEST_NAME && NAME.matcher(plain).matches();
    }

    private int ttlSeconds() {
        return TTL.matcher(ttl).matches() ? Integer.parseInt(ttl) : 0;
    }

    private static String plain(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
