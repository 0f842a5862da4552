package io.rocketbots.onboarding.launch.branding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SvgCleanerTest {

    private static final String RECT = "<rect width=\"10\" height=\"10\" fill=\"#0D6EFD\"/>";

    private static String svg(String content) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 10 10\">"
                + content + "</svg>";
    }

    private static Redrawn clean(String svg) throws UnusableImage {
        return SvgCleaner.clean(svg.getBytes(UTF_8));
    }

    private static String text(Redrawn image) {
        return new String(image.content(), UTF_8);
    }

    /** The rectangle is left, what was hostile is gone, and the uploader is told. */
    private static void assertLeavesOnlyTheRectangle(String hostile) throws UnusableImage {
        Redrawn image = clean(svg(hostile + RECT));

        assertThat(text(image))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">"
                        + "<rect width=\"10\" height=\"10\" fill=\"#0D6EFD\"></rect></svg>");
        assertThat(image.remarks()).contains(LogoRemark.CLEANED);
    }

    @Test
    void removesAScript() throws Exception {
        assertLeavesOnlyTheRectangle("<script>alert(1)</script>");
    }

    @Test
    void removesAScriptFromAnotherHost() throws Exception {
        assertLeavesOnlyTheRectangle("<script xlink:href=\"https://evil.example/x.js\"/>");
    }

    @Test
    void removesAScriptOfTheHtmlNamespace() throws Exception {
        Redrawn image = clean(svg("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>" + RECT));

        assertThat(text(image)).doesNotContain("script", "alert");
    }

    @Test
    void removesAnEventHandler() throws Exception {
        Redrawn image = clean(svg("<rect width=\"10\" height=\"10\" onload=\"alert(1)\" ONCLICK=\"alert(2)\"/>"));

        assertThat(text(image)).doesNotContainIgnoringCase("onload").doesNotContainIgnoringCase("onclick");
        assertThat(image.remarks()).contains(LogoRemark.CLEANED);
    }

    @Test
    void removesAnEventHandlerOfTheDocument() throws Exception {
        Redrawn image = clean("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\">" + RECT + "</svg>");

        assertThat(text(image)).doesNotContain("onload", "alert");
    }

    @Test
    void removesForeignObject() throws Exception {
        assertLeavesOnlyTheRectangle("<foreignObject width=\"100%\" height=\"100%\">"
                + "<body xmlns=\"http://www.w3.org/1999/xhtml\"><iframe src=\"javascript:alert(1)\"/></body>"
                + "</foreignObject>");
    }

    @Test
    void removesAJavascriptLinkAndKeepsWhatItWraps() throws Exception {
        Redrawn image = clean(svg("<a xlink:href=\"javascript:alert(1)\">" + RECT + "</a>"));

        assertThat(text(image)).doesNotContain("<a", "javascript").contains("<rect");
    }

    @Test
    void removesAnObfuscatedJavascriptLink() throws Exception {
        Redrawn image = clean(svg("<use href=\"&#x6A;ava&#x09;script:alert(1)\"/>" + RECT));

        assertThat(text(image)).doesNotContain("href", "script");
    }

    @Test
    void removesAnEmbeddedDataPicture() throws Exception {
        assertLeavesOnlyTheRectangle(
                "<image href=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+\" width=\"1\" height=\"1\"/>");
    }

    @Test
    void removesAPictureFromAnotherHost() throws Exception {
        assertLeavesOnlyTheRectangle("<image xlink:href=\"https://evil.example/track.gif\"/>");
    }

    @Test
    void removesWhatUseTakesFromAnotherHost() throws Exception {
        Redrawn image = clean(svg("<use xlink:href=\"https://evil.example/x.svg#a\"/>" + RECT));

        assertThat(text(image)).doesNotContain("evil");
        assertThat(image.remarks()).contains(LogoRemark.CLEANED);
    }

    @Test
    void removesAStyleSheetThatImports() throws Exception {
        assertLeavesOnlyTheRectangle("<style>@import url(https://evil.example/x.css);</style>");
    }

    @Test
    void removesAStyleThatHidesItsAddressBehindEscapes() throws Exception {
        Redrawn image = clean(svg("<style>.a{fill:u\\72l(https://evil.example/)} .b{fill:red} "
                + ".c{fill:url(/**/https://evil.example/)}</style><rect class=\"b\" width=\"5\" height=\"5\"/>"));

        assertThat(text(image)).contains("<style>.b{fill:red;}</style>").doesNotContain("evil");
    }

    @Test
    void removesAFontFaceAndKeepsTheRulesBesideIt() {
        assertThat(
                        SvgStyles.sheet(
                                "@font-face{font-family:x;src:url(https://evil.example/x.woff)} .cls-1{fill:#fff;behavior:url(x)}"))
                .hasToString("[.cls-1{fill:#fff;}]");
    }

    @Test
    void removesExternalPaint() throws Exception {
        Redrawn image = clean(svg("<rect width=\"5\" height=\"5\" fill=\"url(https://evil.example/p.svg#a)\" "
                + "style=\"fill:url('//evil.example/#a');stroke:red\" filter=\"url(data:x#y)\"/>"));

        assertThat(text(image)).doesNotContain("evil", "data:").contains("style=\"stroke:red;\"");
    }

    @Test
    void removesAnimationThatWouldPutALinkBack() throws Exception {
        Redrawn image = clean(svg(
                "<g><set attributeName=\"href\" to=\"javascript:alert(1)\"/><animate attributeName=\"href\" values=\"javascript:alert(1)\"/>"
                        + RECT + "</g>"));

        assertThat(text(image)).doesNotContain("javascript", "set", "animate");
    }

    @Test
    void refusesAnExternalEntity() {
        String hostile = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + svg("<text>&x;</text>");

        assertThatThrownBy(() -> clean(hostile)).isInstanceOf(UnusableImage.class);
    }

    @Test
    void refusesEntitiesThatGrow() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + svg("<text>&c;</text>");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> clean(bomb)).isInstanceOf(UnusableImage.class));
    }

    @Test
    void readsNoEntityInAnAttribute() {
        String hostile = "<!DOCTYPE svg [<!ENTITY x \"javascript:alert(1)\">]>"
                + svg("<rect width=\"5\" height=\"5\" id=\"&x;\"/>");

        assertThatThrownBy(() -> clean(hostile)).isInstanceOf(UnusableImage.class);
    }

    @Test
    void asksNobodyForAnExternalDoctype() throws Exception {
        String exported = "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                + "\"https://evil.example/svg11.dtd\">" + svg(RECT);

        assertThat(text(clean(exported))).doesNotContain("DOCTYPE", "evil").contains("<rect");
    }

    @Test
    void dropsAStyleSheetInstructionAndComments() throws Exception {
        Redrawn image = clean("<?xml-stylesheet href=\"https://evil.example/x.css\"?>"
                + svg("<!-- <script>alert(1)</script> -->" + RECT));

        assertThat(text(image)).doesNotContain("evil", "script", "<!--", "<?");
    }

    @Test
    void writesTextFromCdataAsText() throws Exception {
        Redrawn image = clean(svg("<text y=\"9\"><![CDATA[<script>alert(1)</script>]]></text>"));

        assertThat(text(image)).contains("&lt;script").doesNotContain("<script");
    }

    @Test
    void readsUtf16LikeAnythingElse() throws Exception {
        byte[] upload = ("\uFEFF" + svg("<script>alert(1)</script>" + RECT)).getBytes(StandardCharsets.UTF_16LE);

        assertThat(text(SvgCleaner.clean(upload))).doesNotContain("script").contains("<rect");
    }

    @Test
    void refusesATruncatedFile() {
        assertThatThrownBy(() -> clean(svg(RECT).substring(0, 150))).hasMessageContaining("cannot be read");
    }

    @Test
    void refusesHtml() {
        assertThatThrownBy(() -> clean("<html><body><svg xmlns=\"http://www.w3.org/2000/svg\"/></body></html>"))
                .hasMessage("This is not an SVG. Upload the logo as JPG, PNG or SVG.");
    }

    @Test
    void refusesAnSvgOfWhichNothingIsLeft() {
        assertThatThrownBy(() -> clean(svg("<image href=\"data:image/png;base64,AAAA\"/>")))
                .hasMessageContaining("nothing is left");
    }

    @Test
    void refusesCopiesOfCopies() {
        assertThatThrownBy(() -> clean(svg(RECT + "<use href=\"#a\"/>".repeat(201))))
                .hasMessageContaining("too complicated");
    }

    @Test
    void refusesWhatNestsTooDeep() {
        assertThatThrownBy(() -> clean(svg("<g>".repeat(90) + RECT + "</g>".repeat(90))))
                .hasMessageContaining("too complicated");
    }

    @Test
    void refusesMoreThanALogoNeeds() {
        assertThatThrownBy(() -> clean(svg("<path d=\"M0 0\"/>".repeat(20_001))))
                .hasMessageContaining("too complicated");
    }

    @Test
    void drawsNothingThatCouldTakeForEver() throws Exception {
        Redrawn image = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> clean(svg("<path d=\"M0 0H1e9\" stroke=\"red\" stroke-dasharray=\".00001\"/>")));

        assertThat(image.picture()).isEmpty();
    }

    @Test
    void keepsWhatDesignProgramsExport() throws Exception {
        Redrawn image = clean("""
                <?xml version="1.0" encoding="utf-8"?>
                <svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
                     xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" x="0px" y="0px" viewBox="0 0 120 40"
                     style="enable-background:new 0 0 120 40;" xml:space="preserve" inkscape:version="1.3">
                  <metadata>made by hand</metadata>
                  <style type="text/css">.st0{fill:url(#g);} .st1,.st2{fill:#FFFFFF;opacity:.5}</style>
                  <linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" x2="40">
                    <stop offset="0" style="stop-color:#F97316"/><stop offset="1" stop-color="rgb(10, 20, 30)"/>
                  </linearGradient>
                  <g transform="translate(2.5,-1) rotate(5)"><path class="st0" d="M0,0 L10,10z"/></g>
                  <symbol id="s"><circle class="st1" cx="5" cy="5" r="4"/></symbol>
                  <use xlink:href="#s" x="20" fill="currentColor"/>
                </svg>
                """);

        assertThat(text(image))
                .contains(".st0{fill:url(#g);}.st1,.st2{fill:#FFFFFF;opacity:.5;}")
                .contains("<linearGradient id=\"g\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"40\">")
                .contains("stop-color:#F97316;", "stop-color=\"rgb(10, 20, 30)\"")
                .contains("transform=\"translate(2.5,-1) rotate(5)\"", "class=\"st0\"", "d=\"M0,0 L10,10z\"")
                .contains("<use href=\"#s\" x=\"20\" fill=\"currentColor\">")
                .doesNotContain("inkscape", "metadata", "enable-background");
        assertThat(image.width()).isEqualTo(120);
        assertThat(image.height()).isEqualTo(40);
        assertThat(image.picture()).isPresent();
    }

    @Test
    void cleaningTwiceChangesNothingMore() throws Exception {
        Redrawn once = clean(
                svg("<style>.a{fill:red}</style><g onclick=\"x\"><rect class=\"a\" width=\"5\" height=\"5\"/></g>"));

        assertThat(SvgCleaner.clean(once.content()).content()).isEqualTo(once.content());
    }
}
