/**
 * Camunda forms in the web app: one schema that Tasklist shows too, read, rendered as HTML and checked on the server.
 * Start with {@link io.rocketbots.onboarding.form.Form}; the forms lie as {@code <id>.form} at the root of the class
 * path. It knows neither Spring nor the engine.
 */
@NullMarked
package io.rocketbots.onboarding.form;

import org.jspecify.annotations.NullMarked;
