package io.rocketbots.onboarding.admission.application;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mail and web hosts that anybody can have an address on, so that one there says nothing about a company. */
public final class SharedHosts {

    private static final Set<String> FREE_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "hotmail.co.uk",
            "hotmail.fr",
            "live.com",
            "msn.com",
            "yahoo.com",
            "yahoo.co.uk",
            "yahoo.co.in",
            "yahoo.fr",
            "yahoo.de",
            "ymail.com",
            "rocketmail.com",
            "aol.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "gmx.de",
            "gmx.net",
            "gmx.com",
            "gmx.at",
            "gmx.ch",
            "web.de",
            "t-online.de",
            "freenet.de",
            "mail.com",
            "mail.ru",
            "bk.ru",
            "list.ru",
            "inbox.ru",
            "yandex.ru",
            "yandex.com",
            "ya.ru",
            "proton.me",
            "protonmail.com",
            "pm.me",
            "tutanota.com",
            "tuta.com",
            "zoho.com",
            "fastmail.com",
            "hey.com",
            "qq.com",
            "163.com",
            "126.com",
            "sina.com",
            "naver.com",
            "hanmail.net",
            "daum.net",
            "orange.fr",
            "free.fr",
            "laposte.net",
            "wanadoo.fr",
            "libero.it",
            "virgilio.it",
            "tin.it",
            "terra.com.br",
            "uol.com.br",
            "bol.com.br",
            "rediffmail.com",
            "seznam.cz",
            "wp.pl",
            "o2.pl",
            "onet.pl",
            "interia.pl",
            "ukr.net",
            "abv.bg",
            "rambler.ru",
            "btinternet.com",
            "sky.com",
            "comcast.net",
            "verizon.net",
            "att.net",
            "cox.net",
            "shaw.ca",
            "bigpond.com",
            "optusnet.com.au",
            "xtra.co.nz");

    private static final Set<String> SHARED_SITES = Set.of(
            "facebook.com",
            "fb.com",
            "instagram.com",
            "linkedin.com",
            "twitter.com",
            "x.com",
            "tiktok.com",
            "youtube.com",
            "linktr.ee",
            "wixsite.com",
            "wordpress.com",
            "blogspot.com",
            "weebly.com",
            "github.io",
            "gitlab.io",
            "netlify.app",
            "vercel.app",
            "pages.dev",
            "web.app",
            "firebaseapp.com",
            "myshopify.com",
            "squarespace.com",
            "webflow.io",
            "notion.site",
            "carrd.co",
            "sites.google.com",
            "business.site",
            "t.me",
            "wa.me",
            "medium.com",
            "substack.com",
            "jimdosite.com",
            "strikingly.com");

    private SharedHosts() {}

    /** Whether anybody can have a mailbox in that domain. */
    public static boolean isFreeMail(String mailDomain) {
        return FREE_MAIL.contains(mailDomain.toLowerCase(Locale.ROOT));
    }

    /** Whether the website is on a host of its own, and not a page at one of the large hosts. */
    public static boolean isOwnWebsite(String website) {
        String host = hostOf(website);
        return host != null
                && SHARED_SITES.stream().noneMatch(shared -> host.equals(shared) || host.endsWith("." + shared));
    }

    /** The host of a web address, in lower case; null when there is none in it. */
    public static @Nullable String hostOf(String website) {
        try {
            String host = URI.create(website.contains("://") ? website : "https://" + website)
                    .getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
