/** The pages with the contacts of a Space. Start with {@link io.rocketbots.onboarding.web.contact.ContactsController}. */
@NullMarked
package io.rocketbots.onboarding.web.contact;

import org.jspecify.annotations.NullMarked;
