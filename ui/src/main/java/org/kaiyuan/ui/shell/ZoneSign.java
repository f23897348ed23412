package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.MyMemberships;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.access.ViewingAs;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.platform.tenants.Logo;
import org.kaiyuan.ui.kit.AnewAs;

/** Whose zone one is in, by way of whom and through whose eyes; and the way to another. */
class ZoneSign extends Div {
    private final transient MyMemberships memberships;
    private final transient ViewingAs viewing;

    ZoneSign(
            @Nullable TenantSummary zone,
            Optional<Logo> logo,
            CurrentPerson current,
            MyMemberships memberships,
            ViewingAs viewing) {
        this.memberships = memberships;
        this.viewing = viewing;
        addClassName("zone");
        var me = current.signedIn().orElse(null);
        var choices =
                me == null || me.watchedBy() != null
                        ? List.<MyMemberships.Choice>of()
                        : memberships.all();
        boolean elsewhere = choices.stream().anyMatch(choice -> !choice.current());
        logo.ifPresent(this::addLogo);
        var name = zone == null ? getTranslation("ui.platform") : zone.name();
        add(elsewhere ? switcher(name, choices) : named(name));
        if (zone != null) {
            addChip(zone.levelType(), "level");
            if (zone.demo()) {
                addChip(getTranslation("ui.demo"), "demo")
                        .setTitle(getTranslation("ui.demo.detail"));
            }
        }
        if (me != null && me.cameFrom() != null) {
            addChip(getTranslation("ui.zone.entrusted"), "waiting").setTitle(me.displayName());
        }
        if (me != null && me.watchedBy() != null) {
            addWatching(me);
        }
    }

    private void addLogo(Logo logo) {
        var picture = new Image();
        picture.setSrc(
                "data:%s;base64,%s"
                        .formatted(
                                logo.mediaType(),
                                Base64.getEncoder().encodeToString(logo.content())));
        picture.setAlt("");
        picture.addClassName("tenant-logo");
        add(picture);
    }

    private static Span named(String name) {
        var named = new Span(name);
        named.addClassName("zone-name");
        return named;
    }

    private MenuBar switcher(String name, List<MyMemberships.Choice> choices) {
        var bar = new MenuBar();
        bar.addThemeNames("tertiary");
        bar.addClassName("zone-switcher");
        var top = bar.addItem(named(name));
        top.setAriaLabel(getTranslation("ui.zone.switch", name));
        for (var choice : choices) {
            var item =
                    top.getSubMenu()
                            .addItem(
                                    choice.cameFromName() == null
                                            ? choice.name()
                                            : getTranslation(
                                                    "ui.zone.by",
                                                    choice.name(),
                                                    choice.cameFromName()),
                                    click -> go(choice));
            item.setCheckable(true);
            item.setChecked(choice.current());
        }
        return bar;
    }

    private void go(MyMemberships.Choice choice) {
        if (!choice.current()) {
            memberships.moveTo(choice.zone(), choice.cameFrom());
            getUI().ifPresent(AnewAs::everywhere);
        }
    }

    private Span addChip(String text, String kind) {
        var chip = new Span(text);
        chip.addClassNames("chip", kind);
        add(chip);
        return chip;
    }

    private void addWatching(SignedIn me) {
        addChip(getTranslation("ui.zone.watching", me.username()), "bad");
        var back =
                new Button(
                        getTranslation("ui.zone.watching.end"),
                        click -> {
                            viewing.end();
                            getUI().ifPresent(AnewAs::everywhere);
                        });
        back.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(back);
    }
}
