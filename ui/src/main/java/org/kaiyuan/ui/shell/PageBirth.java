package org.kaiyuan.ui.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/** How every page comes into the world: its language, colours, content security policy and manners. */
@Component
class PageBirth implements VaadinServiceInitListener {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Messages messages;
    private final String pictures;

    PageBirth(Messages messages, List<ForeignPictures> foreign) {
        this.messages = messages;
        pictures =
                Stream.concat(
                                Stream.of("'self'", "data:", "blob:"),
                                foreign.stream().flatMap(ForeignPictures::origins))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.addIndexHtmlRequestListener(this::firstPage);
        service.getSource()
                .addSessionInitListener(session -> {
                    session.getSession().setLocale(Preference.language(session.getRequest()));
                    session.getSession().setErrorHandler(new Faults(messages));
                });
        service.getSource()
                .addUIInitListener(ui -> ui.getUI().setLocale(ui.getUI().getSession().getLocale()));
        service.getSource().setSystemMessagesProvider(this::systemMessages);
    }

    private void firstPage(IndexHtmlResponse page) {
        var nonce = new byte[18];
        RANDOM.nextBytes(nonce);
        var word = Base64.getEncoder().encodeToString(nonce);
        var document = page.getDocument();
        document.select("script").forEach(script -> script.attr("nonce", word));
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'nonce-"
                                + word
                                + "' 'strict-dynamic' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                                + " img-src "
                                + pictures
                                + "; font-src 'self' data:; connect-src 'self';"
                                + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'");
        var html = document.select("html").first();
        if (html != null) {
            var colours = Preference.colours(page.getVaadinRequest());
            html.attr("lang", Preference.language(page.getVaadinRequest()).toLanguageTag());
            html.attr("style", "color-scheme: " + colours.getValue());
            html.attr("theme", colours.getThemeValue());
        }
        document.head()
                .appendElement("meta")
                .attr("name", "color-scheme")
                .attr("content", "light dark");
        document.head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "kaiyuan/mark.svg");
    }

    private SystemMessages systemMessages(SystemMessagesInfo info) {
        Locale locale = Preference.language(info.getRequest()); // the session is gone by then
        var told = new CustomizedSystemMessages();
        told.setSessionExpiredNotificationEnabled(true);
        told.setSessionExpiredCaption(messages.text(locale, "ui.session.expired"));
        told.setSessionExpiredMessage(messages.text(locale, "ui.session.expired.detail"));
        told.setSessionExpiredURL("login?expired");
        told.setInternalErrorNotificationEnabled(true);
        told.setInternalErrorCaption(messages.text(locale, "ui.fault.title"));
        told.setInternalErrorMessage(messages.text(locale, "ui.fault.reload"));
        told.setCookiesDisabledCaption(messages.text(locale, "ui.cookies"));
        told.setCookiesDisabledMessage(messages.text(locale, "ui.cookies.detail"));
        return told;
    }
}
