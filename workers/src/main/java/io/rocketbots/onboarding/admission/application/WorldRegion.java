package io.rocketbots.onboarding.admission.application;

import com.google.common.base.Splitter;
import java.util.Arrays;
import java.util.Set;

/** The part of the world a country lies in, as triage distinguishes them. */
public enum WorldRegion {
    NORTH_AMERICA("north-america", "BM CA GL PM US"),
    LATIN_AMERICA(
            "latin-america",
            "AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MF MQ MS MX "
                    + "NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI"),
    ASIA_PACIFIC(
            "asia-pacific",
            "AF AQ AS AU BD BN BT CC CK CN CX FJ FM GU HK HM ID IN IO JP KG KH KI KP KR KZ LA LK MH MM MN MO MP MV MY NC "
                    + "NF NP NR NU NZ PF PG PH PK PN PW SB SG TF TH TJ TK TL TM TO TV TW UM UZ VN VU WF WS"),
    MIDDLE_EAST_AFRICA(
            "middle-east-africa",
            "AE AO BF BH BI BJ BV BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IL IQ IR JO KE KM KW LB LR LS "
                    + "LY MA MG ML MR MU MW MZ NA NE NG OM PS QA RE RW SA SC SD SH SL SN SO SS ST SY SZ TD TG TN TZ UG YE "
                    + "YT ZA ZM ZW"),
    EUROPE("europe", "");

    private final String id;
    private final Set<String> countries;

    WorldRegion(String id, String countries) {
        this.id = id;
        this.countries = Set.copyOf(Splitter.on(' ').splitToList(countries));
    }

    /** The value of the variable {@code region}. */
    public String id() {
        return id;
    }

    /** The region of a country by its ISO 3166-1 alpha-2 code; every other country is European. */
    public static WorldRegion of(String country) {
        return Arrays.stream(values())
                .filter(region -> region.countries.contains(country))
                .findFirst()
                .orElse(EUROPE);
    }
}
