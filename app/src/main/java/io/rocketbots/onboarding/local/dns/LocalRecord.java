package io.rocketbots.onboarding.local.dns;

import io.rocketbots.onboarding.launch.domain.DomainName;
import java.io.IOException;
import java.util.UUID;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * One record as it is edited on the page: lower case, no final dots.
 *
 * @param ttl in seconds
 */
public record LocalRecord(UUID id, String name, RecordType type, String content, int ttl) {

    /** The zone it lies in. */
    public String zone() {
        return DomainName.registrableOf(name);
    }

    /**
     * The record as it goes over the wire.
     *
     * @throws IOException when the content does not fit the type; the message says why
     */
    Record onTheWire() throws IOException {
        String text = switch (type) {
            case A, AAAA, CAA -> content;
            case CNAME -> content + ".";
            case TXT -> '"' + content.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        };
        return Record.fromString(Name.fromString(name + "."), type.code(), DClass.IN, ttl, text, Name.root);
    }

    /** Whether the content fits the type. */
    public boolean isReadable() {
        try {
            onTheWire();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
