package io.rocketbots.onboarding.customer.space;

/**
 * A Space as somebody asked for it, not looked at yet.
 *
 * @param primaryLanguage a BCP 47 tag
 * @param limited whether the number of contacts is limited
 * @param maximumContacts the limit as it was typed; of no meaning when it is not limited
 */
public record SpaceDraft(String name, String primaryLanguage, boolean limited, String maximumContacts) {

    /** The names of its fields, under which faults are told. */
    public static final String NAME = "name";

    public static final String PRIMARY_LANGUAGE = "primaryLanguage";
    public static final String MAXIMUM_CONTACTS = "maximumContacts";
}
