(() => {
  "use strict";
  // Nothing here is needed to use the site: it adds keys and small comforts.
})();
