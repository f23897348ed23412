package org.kaiyuan.ui.access;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.SignedIn;
import org.springframework.stereotype.Component;

/** Leads whoever still owes a second factor or a new password to where they give it, whatever page they ask for. */
@Component
class SignInGate implements VaadinServiceInitListener {
    private final CurrentPerson current;

    SignInGate(CurrentPerson current) {
        this.current = current;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init ->
                        init.getUI()
                                .addBeforeEnterListener(enter -> {
                                    boolean owes =
                                            current.signedIn()
                                                    .map(SignedIn::stage)
                                                    .filter(s -> s != SignedIn.Stage.READY)
                                                    .isPresent();
                                    if (owes
                                            && enter.getNavigationTarget()
                                                    != SecondFactorView.class) {
                                        enter.forwardTo(SecondFactorView.class);
                                    }
                                }));
    }
}
