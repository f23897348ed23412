package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import org.kaiyuan.ui.kit.Glyph;

/** Who is signed in, in which language and light, and the way out. */
class AccountMenu extends MenuBar {

    AccountMenu(AuthenticationContext signedIn, String name) {
        addThemeNames("tertiary", "icon");
        addClassName("account");
        var avatar = new Avatar(name);
        avatar.setAbbreviation(name.substring(0, name.offsetByCodePoints(0, 1)));
        var words = new Span(name);
        words.addClassName("words");
        var face = new Div(avatar, words);
        face.addClassName("face");
        var top = addItem(face);
        top.setAriaLabel(getTranslation("ui.account", name));
        var menu = top.getSubMenu();

        var languages = menu.addItem(labelled(Glyph.Of.GLOBE, "ui.language"));
        for (var locale : Languages.ALL) {
            choice(
                    languages,
                    getTranslation("ui.language." + locale.getLanguage()),
                    locale.getLanguage().equals(getLocale().getLanguage()),
                    () -> speak(locale));
        }
        var now = Preference.colours(VaadinRequest.getCurrent());
        var colours = menu.addItem(labelled(Glyph.Of.SUN, "ui.colours"));
        for (var scheme :
                new ColorScheme.Value[] {
                    ColorScheme.Value.LIGHT_DARK, ColorScheme.Value.LIGHT, ColorScheme.Value.DARK
                }) {
            choice(
                    colours,
                    getTranslation("ui.colours." + scheme.name()),
                    scheme == now,
                    () -> paint(scheme));
        }
        menu.addItem(
                labelled(Glyph.Of.PERSON, "ui.my-account"),
                click -> getUI().ifPresent(ui -> ui.navigate("account")));
        menu.addSeparator();
        menu.addItem(labelled(Glyph.Of.EXIT, "ui.sign-out"), click -> signedIn.logout());
    }

    private Div labelled(Glyph.Of glyph, String key) {
        var row = new Div(new Glyph(glyph), new Span(getTranslation(key)));
        row.addClassName("menu-row");
        return row;
    }

    private static void choice(MenuItem under, String name, boolean chosen, Runnable work) {
        var item = under.getSubMenu().addItem(name, click -> work.run());
        item.setCheckable(true);
        item.setChecked(chosen);
    }

    private void speak(Locale locale) {
        Preference.LANGUAGE.choose(locale.getLanguage());
        getUI().ifPresent(ui -> {
            ui.getSession().setLocale(locale);
            ui.getPage().reload();
        });
    }

    private void paint(ColorScheme.Value scheme) {
        Preference.COLOURS.choose(
                scheme == ColorScheme.Value.LIGHT_DARK
                        ? "system"
                        : scheme.name().toLowerCase(Locale.ROOT));
        getUI().ifPresent(ui -> ui.getPage().setColorScheme(scheme));
    }
}
