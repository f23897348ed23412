package org.kaiyuan.ui.services;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormConditions;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.OpenService;

/** Which papers lie on the desk, which follow, and whether a promise was signed. */
class CounterMaterials extends Div {
    final Map<String, Checkbox> here = new LinkedHashMap<>();
    final Map<String, Checkbox> later = new LinkedHashMap<>();
    final Checkbox pledge = new Checkbox();
    private final transient OpenService service;
    private final transient Map<String, ListItem> lines = new LinkedHashMap<>();

    CounterMaterials(Messages messages, OpenService service) {
        this.service = service;
        addClassName("form-group");
        add(new H2(word("materials")));
        if (service.note().materials().isEmpty()) {
            add(CaseCells.quiet(word("materials.none")));
        } else {
            add(CaseCells.quiet(word("counter.materials.detail")));
        }
        var list = new UnorderedList();
        list.addClassName("check-list");
        service.note()
                .materials()
                .forEach(one -> {
                    var line = line(one, messages);
                    lines.put(one.key(), line);
                    list.add(line);
                });
        add(list);
        pledge.setLabel(word("counter.pledge"));
        pledge.setVisible(service.note().modes().contains(HandlingMode.PLEDGE));
        add(pledge);
    }

    private ListItem line(Material one, Messages messages) {
        var name = new Span(one.name());
        name.addClassName("title");
        var head = new Div(name);
        head.addClassName("check-head");
        if (one.held()) {
            head.add(
                    CaseCells.chip(
                            messages.of(getLocale(), org.kaiyuan.services.MaterialState.HELD),
                            "good"));
        } else if (one.required()) {
            head.add(CaseCells.chip(word("material.required"), "neutral"));
        }
        var item = new ListItem(head);
        if (one.originals() + one.copies() > 0) {
            item.add(CaseCells.sub(word("material.copies", one.originals(), one.copies())));
        }
        if (one.remark() != null) {
            item.add(CaseCells.sub(one.remark()));
        }
        if (one.held()) {
            return item;
        }
        var ticks = new Div();
        ticks.addClassName("ticks");
        var lying = new Checkbox(word("counter.held"));
        lying.setAriaLabel(word("counter.held") + " " + one.name());
        here.put(one.key(), lying);
        ticks.add(lying);
        if (one.deferrable() && service.note().modes().contains(HandlingMode.DEFERRAL)) {
            var following = new Checkbox(word("counter.deferred"));
            following.setAriaLabel(word("counter.deferred") + " " + one.name());
            later.put(one.key(), following);
            ticks.add(following);
            lying.addValueChangeListener(change -> {
                if (change.getValue()) {
                    following.setValue(false);
                }
            });
            following.addValueChangeListener(change -> {
                if (change.getValue()) {
                    lying.setValue(false);
                }
            });
        }
        item.add(ticks);
        return item;
    }

    /** Only what is asked for by these answers. */
    void follow(FormAnswers answers) {
        service.note()
                .materials()
                .forEach(one -> {
                    var line = lines.get(one.key());
                    if (line != null) {
                        line.setVisible(
                                FormConditions.hold(one.when(), service.note().form(), answers));
                    }
                });
    }

    Set<String> held() {
        return ticked(here);
    }

    Set<String> deferred() {
        return ticked(later);
    }

    boolean pledged() {
        return pledge.isVisible() && pledge.getValue();
    }

    /** A sentence about a material begins with its name. */
    String named(String field, String sentence) {
        return service.note().materials().stream()
                .filter(one -> field.equals("materials." + one.key()) || field.equals(one.key()))
                .findFirst()
                .map(one -> one.name() + getTranslation("ui.colon") + sentence)
                .orElse(sentence);
    }

    private Set<String> ticked(Map<String, Checkbox> boxes) {
        return boxes.entrySet().stream()
                .filter(one -> one.getValue().getValue())
                .filter(one -> {
                    var line = lines.get(one.getKey());
                    return line != null && line.isVisible();
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
