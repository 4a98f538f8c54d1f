"""What the API answers with, as models: they are checked on the way out, and the OpenAPI document is made of them."""
