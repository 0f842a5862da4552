package io.rocketbots.onboarding.local.dns;

import org.xbill.DNS.Type;

/** The kinds of records that can be edited. */
public enum RecordType {
    A(Type.A),
    AAAA(Type.AAAA),
    CNAME(Type.CNAME),
    TXT(Type.TXT),
    CAA(Type.CAA);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
