package org.kaiyuan.ui.services;

import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.services.CaseCounter;
import org.kaiyuan.services.OpenServices;
import org.springframework.stereotype.Component;

/** The use cases behind the counter. */
@Component
record CounterDoors(
        CaseDoors cases,
        CaseCounter counter,
        OpenServices services,
        EnterpriseDirectory enterprises) {}
