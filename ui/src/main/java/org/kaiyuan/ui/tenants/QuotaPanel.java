package org.kaiyuan.ui.tenants;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.Quota;
import org.kaiyuan.platform.tenancy.TenantFieldRefused;
import org.kaiyuan.platform.tenants.TenantQuotas;
import org.kaiyuan.ui.kit.Shown;

/** What a tenant has beside what it may have; the operator can set the latter. */
class QuotaPanel extends Div {
    private static final long MEGABYTE = 1 << 20;

    final TextField users = new TextField();
    final TextField records = new TextField();
    final TextField storage = new TextField();
    final TextField calls = new TextField();
    final Button save = new Button();

    /** @param set null where it may only be seen */
    QuotaPanel(TenantQuotas.Line line, @Nullable SerializableConsumer<Quota> set) {
        addClassName("form-group");
        var quota = line.quota();
        var use = line.use();
        var figures = new Div();
        figures.addClassName("key-figures");
        figures.add(
                figure("users", use.users(), quota.users()),
                figure("records", use.records(), quota.records()),
                figure("storage", megabytes(use.storageBytes()), megabytes(quota.storageBytes())),
                figure("calls", use.callsToday(), quota.callsADay()));
        add(new Paragraph(getTranslation("ui.tenants.quota.detail")), figures);
        if (set != null) {
            label(users, "users", quota.users());
            label(records, "records", quota.records());
            label(storage, "storage", megabytes(quota.storageBytes()));
            label(calls, "calls", quota.callsADay());
            save.setText(getTranslation("ui.tenants.quota.save"));
            save.addClickListener(click -> set.accept(entered()));
            add(new FormLayout(users, records, storage, calls), save);
        }
    }

    private Quota entered() {
        var megabytes = number(storage, Long::valueOf);
        return new Quota(
                number(users, Integer::valueOf),
                number(records, Long::valueOf),
                megabytes == null ? null : Math.multiplyExact(megabytes, MEGABYTE),
                number(calls, Long::valueOf));
    }

    private static <N> @Nullable N number(TextField field, Function<String, N> read) {
        try {
            return field.isEmpty() ? null : read.apply(field.getValue().strip());
        } catch (NumberFormatException none) {
            throw new TenantFieldRefused("tenancy.refusal.quota.number");
        }
    }

    private void label(TextField field, String key, @Nullable Number most) {
        field.setLabel(getTranslation("ui.tenants.quota." + key));
        field.setValue(most == null ? "" : most.toString());
        field.setPlaceholder(getTranslation("ui.tenants.quota.none"));
        field.setManualValidation(true);
    }

    private Div figure(String key, Number has, @Nullable Number may) {
        var figure = new Span(Shown.figure(has));
        figure.addClassName("figure");
        var what =
                new Span(
                        getTranslation("ui.tenants.quota." + key)
                                + " · "
                                + (may == null
                                        ? getTranslation("ui.tenants.quota.none")
                                        : getTranslation(
                                                "ui.tenants.quota.of", Shown.figure(may))));
        what.addClassName("what");
        var cell = new Div(new Div(figure), what);
        cell.addClassName("key-figure");
        return cell;
    }

    private static @Nullable Long megabytes(@Nullable Long bytes) {
        return bytes == null ? null : bytes / MEGABYTE;
    }

    private static Long megabytes(long bytes) {
        return bytes / MEGABYTE;
    }
}
