from .press import bp as press_bp


def register(app):
    for blueprint in (press_bp,):
        app.register_blueprint(blueprint, url_prefix="/hooks")
