package io.rocketbots.onboarding.web.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Goes on a POST of a controller that asks for the password again when it was given too long ago. The page that asks
 * carries what was posted, and sends it once more with the password: nothing that was typed is lost, and nothing is done
 * before.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresReauthentication {

    /** What is about to be done, as it goes on after "to", such as "revoke an API key". */
    String to();

    /** Where somebody goes who does not want to; variables of the handler's path are filled in. */
    String back();
}
