package org.kaiyuan.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.AuditLine;
import org.kaiyuan.platform.audit.AuditWords;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.ui.kit.Shown;

/** How one line of the trail looks: in columns, or as a card on a phone. */
class AuditCells {
    private final AuditWords words;
    private final TenantDirectory tenants;
    private final Messages messages;
    private final Locale locale;

    /** The few tenants whose people act here. */
    private final Map<Long, String> names = new HashMap<>();

    AuditCells(AuditWords words, TenantDirectory tenants, Messages messages, Locale locale) {
        this.words = words;
        this.tenants = tenants;
        this.messages = messages;
        this.locale = locale;
    }

    Component time(AuditLine line) {
        var at = new Span(Shown.moment(line.at()));
        return cell(at, line.sealed() ? null : sub(messages.text(locale, "ui.audit.unsealed")));
    }

    Component person(AuditLine line) {
        var name = new Span(words.value(locale, line.actorName()));
        name.addClassName("title");
        var below = new Div(sub(line.actor()));
        below.addClassName("chips");
        var from = line.cameFrom();
        if (from != null) {
            var chip = new Span(messages.text(locale, "ui.audit.cameFrom", tenant(from)));
            chip.addClassNames("chip", "waiting");
            below.add(chip);
        }
        return cell(name, below);
    }

    String act(AuditLine line) {
        return words.act(locale, line.kind(), line.act());
    }

    Component record(AuditLine line) {
        var kind = words.kind(locale, line.kind());
        var path = words.path(line);
        return path.isEmpty() ? new Span(kind) : new Anchor(path, kind);
    }

    Component change(AuditLine line) {
        var field = line.field();
        if (field == null) {
            return new Span(Shown.NOTHING);
        }
        var what = sub(words.field(locale, line.kind(), field));
        var change =
                new Span(
                        line.before() == null
                                ? said(line.after())
                                : said(line.before()) + " → " + said(line.after()));
        change.addClassName("title");
        change.setTitle(change.getText());
        return cell(change, what);
    }

    Component card(AuditLine line) {
        var title = new Span(act(line) + " · " + words.kind(locale, line.kind()));
        title.addClassName("title");
        var who = sub(words.value(locale, line.actorName()) + " · " + Shown.moment(line.at()));
        var cell = new Div(title, who);
        cell.addClassNames("name-cell", "card");
        if (line.field() != null) {
            cell.add(change(line));
        }
        return cell;
    }

    private String said(@Nullable String value) {
        return value == null ? Shown.NOTHING : words.value(locale, value);
    }

    private String tenant(long number) {
        return names.computeIfAbsent(
                number,
                n -> tenants.find(new TenantId(n)).map(TenantSummary::name).orElse("#" + n));
    }

    private static Span sub(String text) {
        var sub = new Span(text);
        sub.addClassName("sub");
        return sub;
    }

    private static Component cell(Component first, @Nullable Component second) {
        var cell = new Div(first);
        if (second != null) {
            cell.add(second);
        }
        cell.addClassName("name-cell");
        return cell;
    }
}
